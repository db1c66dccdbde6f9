"""Bring the files of translations up to date with what the program says: `make translations`."""

from storedesk.translations import file_of, languages
from tests.translations.messages import updated

for language in languages()[1:]:
    file = file_of(language)
    text = updated(language, file)
    file.write_text(text, encoding="utf-8")
    print(file.name, text.count('type="unfinished"'), "to translate")
