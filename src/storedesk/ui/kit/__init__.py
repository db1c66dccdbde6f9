"""What pages are made of. It knows no noun of the store.

Page:     view (View, Jobs, spoken), cards (PageHeader, Card, Facts, Figure, row, column...)
Words:    labels (Label, ElidedLabel, muted, heading, plain), format (Format), numbers
Marks:    chips (Chip, KeyCap, Badge, Avatar), banner (Banner, Note, EmptyState), tokens (Tone)
Controls: buttons (Button, Kind, primary, secondary, quiet, icon_button), tabs, search, side_bar
Lists:    columns (Column, Cell, Look, Sort), source (Source, PAGE), table (LongTable),
          records (RecordTable)
Forms:    form (Form, TextField, NoteField, MoneyField, QuantityField, ChoiceField, is_field_good),
          dates (DateField)
Asking:   dialogs (Dialog, ask, confirm, choose_file, Choice), crash (CrashDialog)
Doing:    actions (Action, Actions), palette (Palette), keys (KeysSheet)
Keys:     scanner (ScannerGuard, EnterGuard), scan_routes, missed, burst, wheel, sounds (Sounds)
Paper:    printing (to_pdf, to_printer, Preview)
Ground:   theme (THEME, Scheme, font, colour, icon, pixmap), heap (Heap), paint
"""
