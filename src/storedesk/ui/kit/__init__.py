"""The parts that pages are made of.

It names nothing that a store sells or keeps. What it knows of the rest of the program: the rules
for what is typed, refused and merged (`domain`), how values are written (`documents`), what plays
sounds (`adapters.sound_player`), and, in `base.view` and `lists`, the desk that answers a page
(`services.desk`).

looks/: how everything looks
    theme          colors, fonts and icons of both schemes: THEME, Scheme, color, font, icon
    sizes          how large words and targets are: SIZES, px, target, pressed
    tokens         the table of colors, and of tones: Tone
    paint          shapes that widgets and cells both draw
    labels         plain text in the program's sizes: Label, Heading, ElidedLabel, muted, heading
    buttons        buttons and their kinds: Button, primary, secondary, quiet, icon_button
    chips          small marks: Chip, KeyCap, Avatar, IconTile
    cards          the layout of a page: PageHeader, Card, Facts, row, column
    keys           keys as they stand on caps, in the language of the window
    reader         Markdown to read: Reader
    thumbnail      a product's small picture, or a sign where it has none
    filter_bar     what narrows a list, in one row or two: FilterBar
input/: keys, scans and the mouse wheel, before a widget gets them
    keyboard       where the keyboard is in a form, and what Enter does: FormPage
    badge_run      a badge, however slowly its scanner sends it: BadgeRun
    burst          how a scan is told from typing: Burst
    scan_routes    who gets a scan: ScanRoutes, ScanListener
    covers         which dialog covers a window: COVERS, covering, is_covered
    wheel          which field the wheel may change
base/: what any part of the window needs
    accessible     what a screen reader is told: announce, install_roles, tell_state
    language       the translation of every text: tr, plural
    sentences      a refusal in the language of the window: spoken
    format         how money, numbers and times are written: Format
    actions        what can be done, with its shortcut: Action, Actions
    banner         what a page says about itself: Banner, Note, EmptyState
    notice_stack   messages over a corner of the page: NoticeStack
    view           the base of every page: View, Jobs
    row_list       a list that never takes the keyboard: RowList
    menu           menus that open where something stands: Menu
    threads        waiting for a thread that may never end
    versions       the versions of all that may be at fault
    rest           news let through at most every so often: Rest
    serial         one command after the other: Serial
    scanner        the filter that finds scans in all windows: ScannerGuard
    lookups        the page of a widget, which may be looking up a scan: LooksUp, page_of
    missed_scans   scans that were not taken: MissedScans
    sounds         the signals of the till: Sounds, SPEAKER
    comfort        what a person chose for eyes, hands and ears: Comfort
    garbage        garbage collection on the GUI thread: GarbageCollection
    qt_classes     classes of Qt, made on the GUI thread: make_classes, beside
forms/: fields, and reading what is typed
    form           forms and their fields: Form, TextField, MoneyField, QuantityField, ChoiceField
    form_dialog    what every form in a dialog does: FormDialog
    chooser        a choice among few or very many, in a list that opens: Chooser
    choice_box     what it holds and shows: ChoiceBox
    choice_line    the line in which its choices are looked for: ChoiceLine
    choice_list    the list that it opens: ChoiceList
    choice_place   where that list opens: ListPlace
    choice_rows    how its lines are drawn: ChoiceRows, NewLine
    entries        what is offered, flat or as a tree: Entry, Entries
    switch_field   a switch as a part of a form: SwitchField
    percent        a rate in percent: PercentField, percentage
    date_field     a day of the calendar: DateField
    web_address    the address of a web shop: WebAddressField
    choices        countries and languages: countries, country_name, languages
    number_pad     digits on the screen, for the field with the keyboard: NumberPad
    text_pad       letters on the screen, for it as well: TextPad
    typing_pad     the one or the other: TypingPad
    numbers        reading numbers strictly
    segments       a choice of a few, in one frame: Segments
    switch         what is on or off at once: Switch
    password       a password that is hidden: PasswordField
    passphrase     one of an encrypted backup, typed twice where it is new: PassphraseField
    inputs         where text is typed, never more than a limit: LineInput, TextInput
    entry          the field for codes and quantities: EntryField
    search         the search field of a page: SearchField
    login          a field for a login: LoginField
    finder         searching while a person types: Finder
dialogs/: questions over a page
    dialog         dialogs that are awaited: Dialog, ask, confirm, choose_file
    stage          the scrim under a dialog, and what scrolls in it: Stage, Body
    conflict       two people changed the same field: ConflictDialog
    crash          what a person sees after a bug: CrashDialog
    folders        where a file dialog begins
    handbook       the handbook, its page for the page in sight: Handbook
    leaving        what happens to an edited form: Leaving
    palette        every action by its name, and a jump to any record: Palette
    progress       long work: with_progress
    saving         fields that are saved or not: SaveDialog
    shortcuts      the sheet of shortcuts: ShortcutSheet
lists/: records in rows
    list_page      the page of one long list: ListPage
    list_actions   what can be done with every list page: ListActions
    row_menu       the menu of a row: RowMenu
    list_spec      the declaration of such a page: ListSpec
    source         where a list gets its records: Source
    scope          where a page searches: SearchScope
    table          a list of any length: LongTable
    renewal        rows that have changed, in their places: RenewedPage, RowNews
    tick_table     one whose rows can be ticked: TickTable
    short_list     a list of given records: RecordTable
    tabs           tabs that narrow a list: SegmentedTabs
    side_item      one of a list of pages, or of sections: SideItem
    arrangement    the columns as a person has them: Arrangement
    habits         how a person has arranged lists: Habits, Density
    columns        what a list shows: Column, Cell, CellStyle, Sort
    editing        typing into a cell: Editing
    cell_editor    the field over that cell: CellEditor
    exporting      a list as a file: ListExport
    copying        rows as a table on the clipboard
    empty          what an empty list says
    grid           what all lists share: Grid
    columned       where its columns stand, and which are shown: ColumnedView
    header         the headings: Header
    row_painter    how a row is drawn
    model          the model of given records: RecordModel
    long_model     the model of any number of records: LongModel
    vector         the keys of a whole list: KeyVector
    page_cache     the records in sight: PageCache
    feed           fetching the records in sight: Feed
    selection      how many rows may be chosen: CappedSelection
    ticks          which rows are ticked: Ticks
charts/: figures that are seen before they are read
    axis            the lines of an axis
    hour_bars       a day by its hours, against another one
    period_bars     days or other amounts beside each other, against others
    plot            what charts of bars share
    share_bar       the shares of a sum
    spark           how a figure has come about
    swatch          which color is what

paper/: what is printed
    barcode        pictures of barcodes, and of anything as PNG: bars, squares, png
    printing       PDF, printer and preview: to_pdf, to_printer, PrintPreview
    receipt_paper  where receipts are printed, with their barcodes: ReceiptPaper
    strip          a receipt on the screen: Printable, Strip, StripDialog
    print_service  asking the system's printers in another process: PrintService
    print_process  that process
    printer_list   which printers the system has: PrinterList, PRINTERS
    other_printer  another printer, where one is gone: OtherPrinter
"""
