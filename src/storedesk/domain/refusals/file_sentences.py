"""List the sentences about files that are read: `errors.SENTENCES` includes them."""

OF_FILES = {
    # what a file is that is no text
    "file_is_data": "{file} is a data file for programs (XML or JSON). Export it as CSV where"
    " it comes from, and choose that file.",
    "file_is_database": "{file} is a database or a backup of one. Export a table from it as CSV,"
    " and choose that file.",
    "file_is_document": "{file} is a document, not a table. Save the table as CSV, and choose that"
    " file.",
    "file_is_excel": "{file} is an Excel workbook: save it as CSV UTF-8 in Excel, and choose that"
    " file.",
    "file_is_locked": "{file} is an Office file that a password protects. Open it there, save it as"
    " CSV UTF-8, and choose that file.",
    "file_is_no_text": "{file} is not text, and its format is unknown. Save the table as CSV,"
    " and choose that file.",
    "file_is_numbers": "{file} is a workbook of Apple Numbers: export it as CSV in UTF-8 there, and"
    " choose that file.",
    "file_is_open_sheet": "{file} is a workbook of LibreOffice: save it as Text CSV in UTF-8 there,"
    " and choose that file.",
    "file_is_packed": "{file} is an archive with other files in it. Unpack it, and choose the CSV"
    " file from it.",
    "file_is_page": "{file} is a web page, despite its name. Open it in a spreadsheet, save it"
    " as CSV, and choose that file.",
    "file_is_pdf": "{file} is a PDF. Ask for the list as CSV, or copy it into a spreadsheet and"
    " save that as CSV.",
    "file_is_picture": "{file} is a picture. A table is needed: choose a CSV file.",
    "file_is_program": "{file} is a program. A table is needed: choose a CSV file.",
    "encoding_guessed": "{file} is not UTF-8, and its encoding is not known. If its text looks"
    " right, give --encoding {encoding}; otherwise name another one.",
    "encoding_unknown": "There is no encoding {encoding}. Common ones are utf-8, cp1252,"
    " cp1250, cp1251, cp850, mac-roman, gbk and utf-16.",
    # how a file was read
    "read_with_both": "{column}: some numbers have a point before their decimals, some a comma.",
    "read_with_commas": "{column}: a comma stands before the decimals, as in “{example}”.",
    "read_with_commas_as_said": "{column}: a comma stands before the decimals, as you chose.",
    "read_with_points": "{column}: a point stands before the decimals, as in “{example}”.",
    "read_with_points_as_said": "{column}: a point stands before the decimals, as you chose.",
    # what a cell is not, and what does not fit into the store
    "import_bad_count": "“{value}” is not a number of pieces.",
    "import_bad_date": "“{value}” cannot be read as a date.",
    "import_bad_price": "“{value}” cannot be read as a price.",
    "import_bad_status": "“{value}” is not active, draft or archived.",
    "import_bad_text": "“{value}” holds characters that cannot be read.",
    "import_barcode_taken": "The barcode {value} belongs to {other}, and this row has another"
    " SKU. Match by barcode to change {other}, or remove the barcode.",
    "import_code_rounded": "“{value}” was rounded by a spreadsheet. Save the column as text.",
    "import_code_taken": "The code {value} belongs to another product of the store.",
    "import_code_twice": "The code {value} appears earlier in this file, for something else.",
    "import_codes_many": "A product or variant can have at most {value} codes.",
    "import_currency": "The file is in {file}, but the store sells in {store}.",
    "import_deleted": "{value} was deleted from the store. Restore it first.",
    "import_doubtful_date": "“{value}” may begin with the day or with the month. Choose which"
    " of them comes first.",
    "import_doubtful_number": "“{value}” may mean thousands or decimals. Choose which mark"
    " stands before the decimals.",
    "import_empty": "There is nothing in {file}.",
    "import_has_bad_rows": "{count:number} rows cannot be imported. Correct them, or leave them"
    " out.",
    "import_has_variants": "{value} has variants in the store, but not in the file.",
    "import_map_missing": "Say which columns hold {fields}. The file has: {columns}.",
    "import_map_not_understood": "“{option}” is not field=Column[:most|latest]; fields: {fields}.",
    "import_missing": "This cell is empty, and a value is needed.",
    "import_mixed": "These files are of different kinds. Import them one after the other.",
    "import_nothing_usable": "None of these lines can be imported.",
    "import_no_column": "{file} has no column {column}. It has: {columns}.",
    "import_no_header_row": "{file} has no row {row} that could have the headings.",
    "import_not_in_encoding": "“{value}” holds bytes that are not valid in the encoding of this"
    " file. Save it as UTF-8, or choose its encoding.",
    "import_no_pieces": "Nothing was sold or taken back in this line.",
    "import_not_yet": "“{value}” is later than now.",
    "import_past_before": "“{value}” is before the year 1900.",
    "import_no_price": "“{value}” is not a price to sell at: the lowest is 0.01.",
    "import_stopped": "The import was canceled, and nothing was changed.",
    "import_other_currency": "This price is in another currency: the store sells in {value}.",
    "import_price_not_exact": "“{value}” has more than two decimals.",
    "import_price_below_nought": "“{value}” is below zero. What was taken back has a quantity"
    " below zero.",
    "import_price_too_fine": "“{value}” has more than four decimals.",
    "import_quote_inside": "A quotation mark in this line stands where none is allowed.",
    "import_quote_open": "A quotation mark is opened in this line and never closed.",
    "import_stock_correction": "This line takes pieces back for nothing: it corrects stock, and is"
    " no sale.",
    "import_stock_deleted": "{name} was deleted meanwhile: {now:number} on hand stay, and are not"
    " set to {level:number}.",
    "import_stock_waits": "The import was canceled while stock was being set. Import the same file"
    " within 24 hours to set the rest.",
    "import_stock_moved": "{name}: {now:number} are on hand now, not {seen:number} as before, and"
    " are not set to {level:number}.",
    "import_stock_promised": "{name}: {reserved:number} of {now:number} on hand are reserved, so"
    " they are not set to {level:number}.",
    "fiscal_chain_not_found": "There are no fiscal records of a register “{register}”. Write its"
    " name as in Settings.",
    "past_import_not_found": "This import of past sales is not there any more.",
    "past_import_over": "This import of past sales has ended. Import the files again.",
    "past_map_missing": "Say which columns hold {fields}. The file has: {columns}.",
    "past_map_not_understood": "“{option}” is not field=Column; fields: {fields}.",
    "past_order_known": "Order {value} was imported before.",
    "import_sheet_error": "“{value}” is what a spreadsheet shows where it cannot calculate."
    " Correct it there.",
    "import_too_dear": "“{value}” is higher than a price can be.",
    "import_too_large": "{file} is larger than {most} MB.",
    "import_too_long": "“{value}” is too long.",
    "import_too_many_cells": "This line has more cells than there are columns, such as “{value}”.",
    "import_too_many_lines": "{file} has {count:number} lines; at most {most:number} can be"
    " imported at a time. Split it into {parts} files, and import them one after the other.",
    "import_too_many_products": "{file} has {count:number} products; at most {most:number} can be"
    " imported at a time. Split it into {parts} files, and import them one after the other.",
    "import_too_short": "“{value}” is too short.",
    "import_unreadable": "{file} cannot be read: {why}.",
    "import_variant_twice": "The variant {value} appears twice.",
    "import_variants_many": "A product can have at most {value} variants.",
}
"""Of an import: what a file is, what a cell is not, and what would not fit into the store."""
