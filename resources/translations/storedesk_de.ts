<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
  <context>
    <name />
    <message>
      <location filename="cli/import_report.py" />
      <source>  added the category {category}</source>
      <translation>  Kategorie {category} hinzugefügt</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>  added the code {code} for {product}</source>
      <translation>  Code {code} für {product} hinzugefügt</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>  line {line}: {cells}</source>
      <translation>  Zeile {line}: {cells}</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <source> (low)</source>
      <translation> (knapp)</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <source> (sold out)</source>
      <translation> (ausverkauft)</translation>
    </message>
    <message>
      <location filename="ui/settings/carrier_dialog.py" />
      <source># is a digit, @ a letter, * either; other letters and digits stand for themselves. Put a comma between several. Empty: any number that no other carrier's looks like.</source>
      <translation># ist eine Ziffer, @ ein Buchstabe, * beides; andere Buchstaben und Ziffern stehen für sich. Mehrere werden durch Kommas getrennt. Leer: jede Nummer, die nach keinem anderen Versanddienst aussieht.</translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>%(prog)s: error: %(message)s
</source>
      <translation>%(prog)s: Fehler: %(message)s
</translation>
    </message>
    <message>
      <location filename="ui/importing/columns.py" />
      <source>(none)</source>
      <translation>(keine)</translation>
    </message>
    <message>
      <location filename="cli/past_sales.py" />
      <source>(not ended: it does not count)</source>
      <translation>(nicht beendet: er zählt nicht)</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>(not known)</source>
      <translation>(nicht bekannt)</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <location filename="ui/kit/dialogs/conflict.py" />
      <source>(nothing)</source>
      <translation>(nichts)</translation>
    </message>
    <message>
      <location filename="ui/orders/order_sheet.py" />
      <source>+ and - change the current line, *5 sets it, Del removes it</source>
      <translation>+ und - ändern die Menge, *5 setzt sie, Entf entfernt die Position</translation>
    </message>
    <message>
      <location filename="ui/till/open_returns/open_return_lines.py" />
      <source>+, -: pieces  ·  Left, Right: to the shelf or damaged  ·  Tab: the value</source>
      <translation>+, -: Stück  ·  Links, Rechts: ins Regal oder beschädigt  ·  Tab: der Wert</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>0 &lt;= reserved_quantity &lt;= stock_level</source>
      <translation>0 &lt;= reservierte Menge &lt;= Bestand</translation>
    </message>
    <message>
      <location filename="documents/low_stock.py" />
      <source>1 day</source>
      <translation>1 Tag</translation>
    </message>
    <message>
      <location filename="documents/pick_lists.py" />
      <source>1 order, {pieces} pieces</source>
      <translation>1 Bestellung, {pieces} Stück</translation>
    </message>
    <message>
      <location filename="documents/packing_slips.py" />
      <source>1 piece</source>
      <translation>1 Stück</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>10% or 2.50</source>
      <translation>10% oder 2,50</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>300 products with pictures</source>
      <translation>300 Artikel mit Bildern</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>4 weeks</source>
      <translation>4 Wochen</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>500 customers, 90 days of orders</source>
      <translation>500 Kunden, Bestellungen aus 90 Tagen</translation>
    </message>
    <message>
      <location filename="ui/start/day_part.py" />
      <source>7 days, by what they brought</source>
      <translation>7 Tage, nach Umsatz</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_form.py" />
      <source>; {count} deleted</source>
      <translation>; {count} gelöscht</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A PIN has 4 to 8 digits.</source>
      <translation>Eine PIN hat 4 bis 8 Ziffern.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A PIN is good where its owner has signed in since StoreDesk was started. Give the password.</source>
      <translation>Eine PIN gilt dort, wo man sich seit dem Start von StoreDesk angemeldet hat. Bitte das Passwort angeben.</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <source>A backup is restored into a database of its own, and every table is compared, before it counts. It is three files: keep them together, and as safe as the store.</source>
      <translation>Eine Sicherung zählt erst, wenn sie in einer eigenen Datenbank wiederhergestellt und jede Tabelle verglichen wurde. Sie besteht aus drei Dateien: Bewahren Sie sie zusammen auf und so sicher wie den Laden selbst.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A board has {most} keys at most. Remove one first.</source>
      <translation>Eine Tafel hat höchstens {most} Tasten. Entfernen Sie zuerst eine.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A card was charged for a part of this sale meanwhile. Go back, and press Pay again.</source>
      <translation>Für einen Teil dieses Verkaufs wurde inzwischen eine Karte belastet. Gehen Sie zurück und drücken Sie noch einmal „Bezahlen“.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A card was charged for this sale, or may have been. Press Pay: ask the terminal, or give the money back there first.</source>
      <translation>Für diesen Verkauf wurde eine Karte belastet, oder vielleicht. Drücken Sie „Bezahlen“: Fragen Sie das Terminal, oder geben Sie das Geld erst dort zurück.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_controller.py" />
      <source>A card was charged {amount} for a sale that is gone: tell a manager.</source>
      <translation>Eine Karte wurde mit {amount} für einen Verkauf belastet, den es nicht mehr gibt: Sagen Sie es der Leitung.</translation>
    </message>
    <message>
      <location filename="ui/counts/new_count.py" />
      <source>A category and its subcategories</source>
      <translation>Eine Kategorie mit Unterkategorien</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A category has this name already. Choose another name.</source>
      <translation>Eine Kategorie hat schon diesen Namen. Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="ui/inventory/levels.py" />
      <source>A change applies to all of them, or to none</source>
      <translation>Eine Änderung gilt für alle oder für keinen</translation>
    </message>
    <message>
      <location filename="ui/inventory/view.py" />
      <source>A change is not applied yet. Press Enter to apply it, Esc to drop it.</source>
      <translation>Eine Änderung ist noch nicht übernommen. Mit Enter übernehmen, mit Esc verwerfen.</translation>
    </message>
    <message>
      <location filename="ui/scale_labels.py" />
      <source>A check digit is wrong: a till refuses this label.</source>
      <translation>Eine Prüfziffer stimmt nicht: Die Kasse lehnt dieses Etikett ab.</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>A checked backup every day</source>
      <translation>Täglich eine geprüfte Sicherung</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/open_drawer.py" />
      <source>A coin roll to open</source>
      <translation>Münzrolle öffnen</translation>
    </message>
    <message>
      <location filename="ui/importing/reading.py" />
      <source>A comma: 1250,50</source>
      <translation>Komma: 1250,50</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/palette.py" />
      <source>A command, or the name of a product</source>
      <translation>Befehl oder Name eines Artikels</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A connection pooler in front of the server changes the connection with each transaction, so notices of changes would be lost. Set its pool_mode = session.</source>
      <translation>Ein Connection-Pooler vor dem Server wechselt die Verbindung bei jeder Transaktion, sodass Änderungsmeldungen verloren gingen. Bitte dort pool_mode = session setzen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A connection pooler in front of the server refuses StoreDesk's settings. Let it ignore them: ignore_startup_parameters = options.</source>
      <translation>Ein Connection-Pooler vor dem Server lehnt die Einstellungen von StoreDesk ab. Er muss sie ignorieren: ignore_startup_parameters = options.</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>A count that differs by more is posted by a manager, or with their approval.</source>
      <translation>Eine Zählung mit größerer Abweichung bucht die Leitung, oder sie gibt sie frei.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A country is two capital letters, such as US, not {country}.</source>
      <translation>Ein Land wird mit zwei Großbuchstaben angegeben, z. B. US, nicht {country}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>A country is two capital letters, such as US.</source>
      <translation>Ein Land wird mit zwei Großbuchstaben angegeben, z. B. US.</translation>
    </message>
    <message>
      <location filename="documents/sample_mail.py" />
      <location filename="documents/sample_order.py" />
      <source>A customer</source>
      <translation>Ein Kunde</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A date here is outside what the store can keep. Check the dates.</source>
      <translation>Ein Datum liegt außerhalb des zulässigen Bereichs. Bitte das Datum prüfen.</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>A day after the last one</source>
      <translation>Einen Tag nach der letzten</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A deposit was paid for order {number}: only StoreDesk takes the rest or cancels it.</source>
      <translation>Für Bestellung {number} wurde eine Anzahlung geleistet: Den Rest nimmt nur StoreDesk, auch stornieren kann nur StoreDesk.</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/order_panel.py" />
      <source>A deposit, or nothing for all that is open</source>
      <translation>Anzahlung, oder leer für alles, was offen ist</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A discount is 0.01% to 100%, with two digits after the point at most.</source>
      <translation>Ein Rabatt ist 0,01 % bis 100 %, mit höchstens zwei Stellen nach dem Komma.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A discount is at least a cent, and at most what there is to pay: {amount:money}.</source>
      <translation>Ein Rabatt ist mindestens ein Cent und höchstens das, was zu zahlen ist: {amount:money}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A discount of more than {most}% needs a manager.</source>
      <translation>Einen Rabatt über {most} % muss die Leitung freigeben.</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>A draft is a product that is not on sale yet.</source>
      <translation>Ein Entwurf ist ein Artikel, der noch nicht im Verkauf ist.</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>A folder of this computer or a disk on it, written in full. Empty: backups/ in the profile folder. While it is not there, backups are made in the profile folder.</source>
      <translation>Ein Ordner dieses Computers oder eines Datenträgers daran, vollständig geschrieben. Leer: backups/ im Profilordner. Solange es ihn nicht gibt, wird in den Profilordner gesichert.</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>A full disk stops the store. Delete what is not needed on the disk of the data.</source>
      <translation>Ein voller Datenträger hält den Laden an. Bitte löschen, was auf dem Datenträger der Daten nicht gebraucht wird.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A gift card cannot be paid with a gift card.</source>
      <translation>Ein Gutschein lässt sich nicht mit einem Gutschein bezahlen.</translation>
    </message>
    <message>
      <location filename="ui/first_run/progress.py" />
      <source>A large store takes some minutes.</source>
      <translation>Bei einem großen Laden dauert das einige Minuten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A line of the address is too long: at most {most} characters.</source>
      <translation>Eine Zeile der Adresse ist zu lang: höchstens {most} Zeichen.</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>A login for every role</source>
      <translation>Ein Zugang für jede Rolle</translation>
    </message>
    <message>
      <location filename="ui/catalog/view.py" />
      <source>A manager adds the first one here.</source>
      <translation>Die Leitung legt hier den ersten an.</translation>
    </message>
    <message>
      <location filename="ui/approval_dialog.py" />
      <location filename="ui/till/approvals.py" />
      <source>A manager must approve this</source>
      <translation>Freigabe der Leitung erforderlich</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A manager must approve this.</source>
      <translation>Das muss die Leitung freigeben.</translation>
    </message>
    <message>
      <location filename="ui/till/sale/parked.py" />
      <source>A name or a note. Any till can recall the sale.</source>
      <translation>Ein Name oder eine Notiz. Jede Kasse kann den Verkauf fortsetzen.</translation>
    </message>
    <message>
      <location filename="ui/returns/refund_choice.py" />
      <source>A new gift card, printed</source>
      <translation>Ein neuer Gutschein, gedruckt</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/open_drawer.py" />
      <source>A note to check</source>
      <translation>Einen Schein prüfen</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/close_shift.py" />
      <source>A note was false</source>
      <translation>Ein Schein war falsch</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A number here is larger than the store can keep. Type a smaller one.</source>
      <translation>Eine Zahl ist zu groß. Bitte eine kleinere eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A number of pieces here is outside what the store can keep. Check it.</source>
      <translation>Eine Stückzahl liegt außerhalb des zulässigen Bereichs. Bitte prüfen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A passphrase has at least {least} letters.</source>
      <translation>Eine Passphrase hat mindestens {least} Zeichen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A password is needed. Give it in {variables}.</source>
      <translation>Ein Passwort wird benötigt. Bitte in {variables} angeben.</translation>
    </message>
    <message>
      <location filename="ui/importing/reading.py" />
      <source>A point: 1250.50</source>
      <translation>Punkt: 1250.50</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A port is a number from 1 to 65535.</source>
      <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>A price of {price}</source>
      <translation>Ein Preis von {price}</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_labels.py" />
      <source>A price of {price} contains {tax} of tax.</source>
      <translation>Ein Preis von {price} enthält {tax} Steuer.</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_labels.py" />
      <source>A price of {price} costs {total}: {tax} of tax are added.</source>
      <translation>Ein Preis von {price} kostet {total}: {tax} Steuer kommen hinzu.</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>A printer of the system</source>
      <translation>Ein Drucker des Systems</translation>
    </message>
    <message>
      <location filename="documents/sample_order.py" />
      <location filename="documents/sample_receipt.py" />
      <source>A product</source>
      <translation>Ein Produkt</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A product can have at most {most} variants.</source>
      <translation>Ein Artikel kann höchstens {most} Varianten haben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A product can have at most {value} variants.</source>
      <translation>Ein Artikel kann höchstens {value} Varianten haben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A product needs a category. Type a name, such as “Drinks”.</source>
      <translation>Ein Artikel braucht eine Kategorie. Bitte einen Namen eingeben, z. B. „Getränke“.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A product or variant can have at most {value} codes.</source>
      <translation>Ein Artikel oder eine Variante kann höchstens {value} Codes haben.</translation>
    </message>
    <message>
      <location filename="ui/people/detail.py" />
      <source>A program that signs in to the store. It is set up on the command line: see the handbook.</source>
      <translation>Ein Programm, das sich am Geschäft anmeldet. Eingerichtet wird es auf der Befehlszeile: siehe Handbuch.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A promotion cannot end before it begins.</source>
      <translation>Eine Preisaktion kann nicht enden, bevor sie beginnt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A quotation mark in this line stands where none is allowed.</source>
      <translation>In dieser Zeile steht ein Anführungszeichen, wo keines erlaubt ist.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A quotation mark is opened in this line and never closed.</source>
      <translation>In dieser Zeile wird ein Anführungszeichen geöffnet, aber nicht geschlossen.</translation>
    </message>
    <message>
      <location filename="ui/counts/new_count.py" />
      <source>A random sample</source>
      <translation>Eine zufällige Stichprobe</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A rate begins today or later: what was sold before keeps its tax.</source>
      <translation>Ein Satz beginnt heute oder später: Was vorher verkauft wurde, behält seine Steuer.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A reason is missing. Give one.</source>
      <translation>Der Grund fehlt. Bitte einen angeben.</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>A register is a till with a drawer. Which one stands at a computer is asked there, when somebody who sells signs in for the first time.</source>
      <translation>Welche Kasse an einem Computer steht, wird dort gefragt, wenn sich zum ersten Mal jemand anmeldet, der verkauft.</translation>
    </message>
    <message>
      <location filename="ui/reports/question.py" />
      <source>A report covers ten years at most.</source>
      <translation>Ein Bericht umfasst höchstens zehn Jahre.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A return without a receipt needs a manager.</source>
      <translation>Eine Rücknahme ohne Beleg braucht die Leitung.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A sale at {register} is paid in part: {amount:money} of this drawer are for it. Finish that sale, or give the money back, then close the shift.</source>
      <translation>Ein Verkauf an {register} ist teilweise bezahlt: {amount:money} in dieser Lade gehören dazu. Schließen Sie den Verkauf ab oder geben Sie das Geld zurück, dann schließen Sie die Schicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A sale has 1 to {most} lines.</source>
      <translation>Ein Verkauf hat 1 bis {most} Positionen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>A sale is in progress at this till. Finish or park it first.</source>
      <translation>An dieser Kasse läuft ein Verkauf. Bitte diesen zuerst beenden oder parken.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A sale is in progress at {register}. Finish or park it first.</source>
      <translation>An {register} läuft ein Verkauf. Bitte diesen zuerst beenden oder parken.</translation>
    </message>
    <message>
      <location filename="ui/till/page.py" />
      <source>A scan still goes to this sale</source>
      <translation>Ein Scan geht weiterhin in diesen Verkauf</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>A second screen shows customers the goods, what is to pay and the change.</source>
      <translation>Ein zweiter Bildschirm zeigt der Kundschaft die Waren, was zu zahlen ist und das Rückgeld.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A server elsewhere proves who it is by its CA file. Choose that file here.</source>
      <translation>Ein Server auf einem anderen Computer weist sich mit seiner CA-Datei aus. Bitte diese Datei hier wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A server of another store is in the way. Restart the computer.</source>
      <translation>Der Server eines anderen Ladens ist im Weg. Bitte den Computer neu starten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>A shift is open at this till. Close it first.</source>
      <translation>An dieser Kasse ist eine Schicht offen. Bitte diese zuerst schließen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A shift is open at {register}. Close it first.</source>
      <translation>An {register} ist eine Schicht offen. Bitte diese zuerst schließen.</translation>
    </message>
    <message>
      <location filename="ui/shifts/labels.py" />
      <source>A shift is opened at a till, before its first sale.</source>
      <translation>Eine Schicht wird an der Kasse vor dem ersten Verkauf geöffnet.</translation>
    </message>
    <message>
      <location filename="ui/shifts/labels.py" />
      <source>A shift is opened at a till, with the money in its drawer. It is listed here from then on.</source>
      <translation>Eine Schicht wird an der Kasse mit dem Geld in der Kassenlade geöffnet. Von da an steht sie hier.</translation>
    </message>
    <message>
      <location filename="ui/shifts/labels.py" />
      <source>A shift that a cashier closes with a difference is listed here.</source>
      <translation>Hier steht jede Schicht, die eine Kassenkraft mit Differenz schließt.</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>A shift that a cashier closes with a larger difference has to be approved by a manager. A reason is asked of any difference.</source>
      <translation>Schließt eine Kassenkraft eine Schicht mit größerer Differenz, muss die Leitung sie freigeben. Ein Grund wird bei jeder Differenz verlangt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A shipment needs a tracking number. Scan or type it.</source>
      <translation>Eine Sendung braucht eine Sendungsnummer. Bitte scannen oder eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A sign-in begins or ends. Update StoreDesk, then try again.</source>
      <translation>Eine Anmeldung beginnt oder endet. Bitte StoreDesk aktualisieren und es noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/close_shift.py" />
      <source>A slip is missing</source>
      <translation>Ein Beleg fehlt</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>A small shop with three months of sales. Sell, count and try anything.</source>
      <translation>Ein kleines Geschäft mit Verkäufen aus drei Monaten. Verkaufen, zählen und alles ausprobieren.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A text here is empty, or holds what cannot be kept: control characters, invisible marks or a card number. Type it again.</source>
      <translation>Ein Text ist leer oder enthält Unzulässiges: Steuerzeichen, unsichtbare Zeichen oder eine Kartennummer. Bitte neu eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A text here is longer than the store can keep. Shorten it.</source>
      <translation>Ein Text ist zu lang. Bitte kürzen.</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>A till asks whether it is right before it gives more change than this.</source>
      <translation>Bevor eine Kasse mehr als das herausgibt, fragt sie nach, ob es stimmt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A tracking number has 4 to 100 letters, digits, dots and dashes.</source>
      <translation>Eine Sendungsnummer hat 4 bis 100 Buchstaben, Ziffern, Punkte und Striche.</translation>
    </message>
    <message>
      <location filename="ui/settings/carriers.py" />
      <source>A tracking number is taken for the first carrier whose numbers look like it; what is not used here is never taken. Where several fit, one is chosen while packing.</source>
      <translation>Eine Sendungsnummer gilt als die des ersten Versanddienstes, dessen Nummern so aussehen; was hier nicht genutzt wird, wird nie genommen. Wo mehrere passen, wird beim Packen einer gewählt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A value is missing here. Fill in the empty fields.</source>
      <translation>Hier fehlt ein Wert. Bitte die leeren Felder ausfüllen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A variant of {name} would have a price of zero or less. Choose another price.</source>
      <translation>Eine Variante von {name} hätte einen Preis von null oder weniger. Bitte einen anderen Preis wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>A variant would have a price of zero or less. Choose another price.</source>
      <translation>Eine Variante hätte einen Preis von null oder weniger. Bitte einen anderen Preis wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>A workbook holds {most} rows, and this list is longer. Export it as CSV.</source>
      <translation>Eine Arbeitsmappe fasst {most} Zeilen, diese Liste ist länger. Bitte als CSV exportieren.</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>A year before</source>
      <translation>Ein Jahr davor</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <source>A5</source>
      <translation>A5</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>ADDRESS</source>
      <translation>ADRESSE</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>AMOUNT</source>
      <translation>BETRAG</translation>
    </message>
    <message>
      <location filename="ui/exceptions/columns.py" />
      <location filename="ui/journal/columns.py" />
      <location filename="ui/outbox/columns.py" />
      <source>About</source>
      <translation>Betrifft</translation>
    </message>
    <message>
      <location filename="ui/journal/filters.py" />
      <source>About what</source>
      <translation>Worüber</translation>
    </message>
    <message>
      <location filename="ui/reports/discount_columns.py" />
      <source>Above list price</source>
      <translation>Über Listenpreis</translation>
    </message>
    <message>
      <location filename="ui/customers/view.py" />
      <source>Account</source>
      <translation>Konto</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Action</source>
      <translation>Aktion</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Active</source>
      <translation>Aktiv</translation>
    </message>
    <message>
      <location filename="ui/importing/choices.py" />
      <source>Active: on sale at once</source>
      <translation>Aktiv: sofort im Verkauf</translation>
    </message>
    <message>
      <location filename="ui/catalog/gallery.py" />
      <location filename="ui/item_search/search_frame.py" />
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/settings/carrier_dialog.py" />
      <location filename="ui/settings/carriers.py" />
      <source>Add a carrier</source>
      <translation>Versanddienst hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/items.py" />
      <source>Add a category</source>
      <translation>Kategorie hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/people/forms.py" />
      <location filename="ui/people/labels.py" />
      <location filename="ui/people/view.py" />
      <source>Add a person</source>
      <translation>Person hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/shell/first_steps.py" />
      <location filename="ui/till/quick_keys/arranging.py" />
      <source>Add a product</source>
      <translation>Artikel anlegen</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/items.py" />
      <source>Add a product: code or name</source>
      <translation>Artikel hinzufügen: Code oder Name</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/arranging.py" />
      <source>Add a product: name or code</source>
      <translation>Artikel hinzufügen: Name oder Code</translation>
    </message>
    <message>
      <location filename="ui/settings/register_dialog.py" />
      <location filename="ui/settings/registers.py" />
      <source>Add a register</source>
      <translation>Kasse hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/settings/scale_code_dialog.py" />
      <location filename="ui/settings/scale_codes.py" />
      <source>Add a rule</source>
      <translation>Regel hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_dialogs.py" />
      <location filename="ui/settings/taxes.py" />
      <source>Add a tax class</source>
      <translation>Steuerklasse hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Add an address</source>
      <translation>Adresse hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/first_run/progress.py" />
      <source>Add products and three months of sales</source>
      <translation>Artikel und Verkäufe aus drei Monaten anlegen</translation>
    </message>
    <message>
      <location filename="ui/catalog/editing_view.py" />
      <source>Add the first one, or import a file.</source>
      <translation>Legen Sie den ersten an, oder importieren Sie eine Datei.</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>Add the first one. Who orders is listed here too.</source>
      <translation>Legen Sie den ersten an. Auch wer bestellt, steht hier.</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Add the first person.</source>
      <translation>Fügen Sie die erste Person hinzu.</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Add the first product. Its stock is then listed here.</source>
      <translation>Legen Sie den ersten Artikel an. Sein Bestand steht dann hier.</translation>
    </message>
    <message>
      <location filename="ui/people/forms.py" />
      <source>Add the person</source>
      <translation>Person hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/settings/register_dialog.py" />
      <source>Add the register</source>
      <translation>Kasse hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_dialogs.py" />
      <source>Add the tax class</source>
      <translation>Steuerklasse hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/item_search/search_frame.py" />
      <source>Add three</source>
      <translation>Drei hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/till/weight_panel.py" />
      <source>Add to the sale</source>
      <translation>Zum Verkauf hinzufügen</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Added checksums to {where}.</source>
      <translation>Prüfsummen zu {where} hinzugefügt.</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <location filename="ui/customers/customer_form.py" />
      <source>Address (optional)</source>
      <translation>Adresse (optional)</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/orders/history.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Address changed</source>
      <translation>Adresse geändert</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Address of the web shop</source>
      <translation>Adresse des Webshops</translation>
    </message>
    <message>
      <location filename="ui/customers/address_form.py" />
      <source>Address of {name}</source>
      <translation>Adresse von {name}</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Address removed</source>
      <translation>Adresse entfernt</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <source>Addresses</source>
      <translation>Adressen</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Adjust</source>
      <translation>Korrigieren</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Adjust by</source>
      <translation>Korrektur um</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Adjust the stock: add or remove pieces</source>
      <translation>Bestand korrigieren: Stücke hinzufügen oder abziehen</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Adjusted</source>
      <translation>Korrigiert</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <location filename="ui/sign_in/demo_logins.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Admin</source>
      <translation>Administrator</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Admins</source>
      <translation>Administration</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Advertising</source>
      <translation>Werbung</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>After so many days, a manager has to allow that a cashier takes something back.</source>
      <translation>Nach so vielen Tagen muss die Leitung freigeben, dass jemand an der Kasse etwas zurücknimmt.</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>After so many minutes without a key, a click or a touch. Who has no PIN is signed out. What is not saved keeps it open.</source>
      <translation>Nach so vielen Minuten ohne Taste, Klick oder Berührung. Wer keine PIN hat, wird abgemeldet. Was nicht gespeichert ist, hält es offen.</translation>
    </message>
    <message>
      <location filename="ui/importing/changes.py" />
      <source>After the import</source>
      <translation>Nach dem Import</translation>
    </message>
    <message>
      <location filename="ui/inventory/ticked.py" />
      <source>Afterwards</source>
      <translation>Danach</translation>
    </message>
    <message>
      <location filename="ui/reports/column_parts.py" />
      <source>Against</source>
      <translation>Vergleich</translation>
    </message>
    <message>
      <location filename="ui/catalog/view.py" />
      <location filename="ui/counts/sheet.py" />
      <location filename="ui/customers/view.py" />
      <location filename="ui/exceptions/view.py" />
      <location filename="ui/inventory/columns.py" />
      <location filename="ui/inventory/low_stock.py" />
      <location filename="ui/journal/view.py" />
      <location filename="ui/orders/queues.py" />
      <location filename="ui/outbox/view.py" />
      <location filename="ui/shifts/view.py" />
      <location filename="ui/start/view.py" />
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="cli/fiscal.py" />
      <location filename="ui/journal/fiscal_dialog.py" />
      <source>All are signed.</source>
      <translation>Alle sind signiert.</translation>
    </message>
    <message>
      <location filename="ui/catalog/view.py" />
      <source>All categories</source>
      <translation>Alle Kategorien</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>All changes are in {file}.</source>
      <translation>Alle Änderungen stehen in {file}.</translation>
    </message>
    <message>
      <location filename="ui/counts/sheet.py" />
      <source>All counts</source>
      <translation>Alle Inventuren</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <location filename="ui/first_run/restore.py" />
      <location filename="ui/importing/dialog.py" />
      <location filename="ui/importing/past_sales.py" />
      <location filename="ui/orders/bulk_shipping.py" />
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="ui/health/view.py" />
      <source>All is in order</source>
      <translation>Alles in Ordnung</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>All is large enough for a finger; the till has quick keys and a number pad.</source>
      <translation>Alles ist groß genug für Finger; die Kasse hat Schnelltasten und einen Ziffernblock.</translation>
    </message>
    <message>
      <location filename="ui/till/sale/empty_sale.py" />
      <source>All its lines are removed. To continue it later, park it instead.</source>
      <translation>Alle Positionen werden entfernt. Um später weiterzumachen, parken Sie den Verkauf stattdessen.</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/conflict.py" />
      <source>All mine</source>
      <translation>Alles von mir</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>All of a cashier and a clerk, and products, prices, reports.</source>
      <translation>Alles von Kasse und Lager, dazu Artikel, Preise und Berichte.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>All of order {number} has come back already.</source>
      <translation>Von Bestellung {number} ist schon alles zurückgekommen.</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>All orders</source>
      <translation>Alle Bestellungen</translation>
    </message>
    <message>
      <location filename="ui/counts/new_count.py" />
      <source>All products (up to {most})</source>
      <translation>Alle Artikel (bis zu {most})</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>All products are deleted</source>
      <translation>Alle Artikel sind gelöscht</translation>
    </message>
    <message>
      <location filename="ui/catalog/shopify.py" />
      <source>All products are exported into one file, with everything that came from Shopify. Include the stock? The whole stock of a product is then listed with its first variant.</source>
      <translation>Alle Artikel werden in eine Datei exportiert, mit allem, was aus Shopify stammt. Soll der Bestand dabei sein? Der gesamte Bestand eines Artikels steht dann bei seiner ersten Variante.</translation>
    </message>
    <message>
      <location filename="ui/journal/filters.py" />
      <source>All records</source>
      <translation>Alle Datensätze</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <location filename="ui/shifts/filters.py" />
      <source>All registers</source>
      <translation>Alle Kassen</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>All returns that one person takes in a day</source>
      <translation>Alle Rücknahmen einer Person an einem Tag</translation>
    </message>
    <message>
      <location filename="ui/catalog/sales_card.py" />
      <source>All sales</source>
      <translation>Alle Verkäufe</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/conflict.py" />
      <source>All theirs</source>
      <translation>Alles von anderen</translation>
    </message>
    <message>
      <location filename="ui/till/weight_panel.py" />
      <source>Allowed without a manager</source>
      <translation>Ohne die Leitung erlaubt</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/open_drawer.py" />
      <source>Allowed without a manager, in a shift</source>
      <translation>Ohne die Leitung erlaubt, je Schicht</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <location filename="ui/exceptions/columns.py" />
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/importing/past_sales.py" />
      <location filename="ui/orders/past_orders.py" />
      <location filename="ui/shifts/figures.py" />
      <location filename="ui/till/checkout/terminal_labels.py" />
      <location filename="ui/till/gift_cards/selling.py" />
      <location filename="ui/till/shifts/move_cash.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Amount</source>
      <translation>Betrag</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/labels.py" />
      <source>Amount off</source>
      <translation>Nachlass</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/labels.py" />
      <source>Amount off each piece</source>
      <translation>Nachlass je Stück</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Amount that a count may differ</source>
      <translation>Betrag, um den eine Zählung abweichen darf</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Amount that a shift may be off</source>
      <translation>Betrag, um den eine Schicht abweichen darf</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Amounts go up to {largest:money}.</source>
      <translation>Beträge sind höchstens {largest:money}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Amounts of this currency have three decimals, and prices here have two. Choose another currency.</source>
      <translation>Beträge dieser Währung haben drei Nachkommastellen, Preise hier aber zwei. Wählen Sie eine andere Währung.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>An address needs a name, street, town, postal code and country.</source>
      <translation>Eine Adresse braucht Name, Straße, Ort, Postleitzahl und Land.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>An amount here is outside what the store can keep. Check the amounts.</source>
      <translation>Ein Betrag liegt außerhalb des zulässigen Bereichs. Bitte die Beträge prüfen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>An e-mail address is used to reset a password, so only a manager can change it.</source>
      <translation>Mit der E-Mail-Adresse lässt sich ein Passwort zurücksetzen, daher kann nur die Leitung sie ändern.</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>An e-mail that still waits has the new number. One that was sent can be sent again from the outbox.</source>
      <translation>Eine noch wartende E-Mail enthält dann die neue Nummer. Eine bereits gesendete können Sie im Postausgang erneut senden.</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>An e-mail to {address} is in the outbox.</source>
      <translation>Eine E-Mail an {address} liegt im Postausgang.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>An e-mail was queued a moment ago. Try again in {seconds} seconds.</source>
      <translation>Gerade eben wurde eine E-Mail in den Postausgang gestellt. Bitte in {seconds} Sekunden noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>An import of the same files was interrupted ({when}). It goes on.</source>
      <translation>Ein Import derselben Dateien wurde unterbrochen ({when}). Er wird fortgesetzt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>An order cannot begin with the status {status:state}.</source>
      <translation>Eine Bestellung kann nicht mit dem Status „{status:state}“ beginnen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>An order was paid with this: take the goods back by a return.</source>
      <translation>Damit wurde eine Bestellung bezahlt: Nehmen Sie die Ware als Rückgabe zurück.</translation>
    </message>
    <message>
      <location filename="ui/orders/customer.py" />
      <source>Another address</source>
      <translation>Andere Adresse</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Another customer has this e-mail address already.</source>
      <translation>Diese E-Mail-Adresse hat schon ein anderer Kunde.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Another payment has this reference already. Check the reference.</source>
      <translation>Diese Referenz hat schon eine andere Zahlung. Bitte die Referenz prüfen.</translation>
    </message>
    <message>
      <location filename="ui/kit/paper/other_printer.py" />
      <source>Another printer for this once</source>
      <translation>Ein anderer Drucker für dieses Mal</translation>
    </message>
    <message>
      <location filename="documents/sample_order.py" />
      <location filename="documents/sample_receipt.py" />
      <source>Another product</source>
      <translation>Noch ein Produkt</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <source>Another program</source>
      <translation>Ein anderes Programm</translation>
    </message>
    <message>
      <location filename="ui/orders/past_orders.py" />
      <source>Another program sold this. Taxes, payments and stock are not known, and nothing of it can be changed or returned here.</source>
      <translation>Das hat ein anderes Programm verkauft. Steuern, Zahlungen und Bestand sind nicht bekannt, und nichts davon kann hier geändert oder zurückgenommen werden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Another rate begins on this day already. Correct that one.</source>
      <translation>An diesem Tag beginnt schon ein anderer Satz. Bitte diesen berichtigen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Another register has this code already. Choose another code.</source>
      <translation>Eine andere Kasse hat diesen Code schon. Bitte einen anderen wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Another store is in {database} on this server already. Choose another name with --database.</source>
      <translation>In {database} auf diesem Server ist schon ein anderer Laden. Bitte mit --database einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Another way of paying has the letter {letter}. Choose a different one.</source>
      <translation>Den Buchstaben {letter} hat schon eine andere Zahlungsart. Wählen Sie einen anderen.</translation>
    </message>
    <message>
      <location filename="ui/journal/filters.py" />
      <location filename="ui/journal/fiscal_dialog.py" />
      <location filename="ui/shifts/filters.py" />
      <source>Any day</source>
      <translation>Jeder Tag</translation>
    </message>
    <message>
      <location filename="ui/catalog/variants.py" />
      <location filename="ui/inventory/stock_form.py" />
      <source>Apply</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Approval used</source>
      <translation>Freigabe verwendet</translation>
    </message>
    <message>
      <location filename="ui/approval_dialog.py" />
      <location filename="ui/shifts/detail.py" />
      <location filename="ui/till/approvals.py" />
      <source>Approve</source>
      <translation>Freigeben</translation>
    </message>
    <message>
      <location filename="ui/shifts/view.py" />
      <source>Approve the shift</source>
      <translation>Schicht freigeben</translation>
    </message>
    <message>
      <location filename="ui/shifts/labels.py" />
      <source>Approved</source>
      <translation>Freigegeben</translation>
    </message>
    <message>
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/shifts/columns.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Approved by</source>
      <translation>Freigegeben von</translation>
    </message>
    <message>
      <location filename="ui/sign_in_history.py" />
      <source>Approved by PIN</source>
      <translation>Freigegeben mit PIN</translation>
    </message>
    <message>
      <location filename="ui/joining.py" />
      <source>Approver</source>
      <translation>Freigabe durch</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Arabic</source>
      <translation>Arabisch</translation>
    </message>
    <message>
      <location filename="ui/health/report.py" />
      <source>Archive (*.zip)</source>
      <translation>Archiv (*.zip)</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/board.py" />
      <location filename="ui/till/touch.py" />
      <source>Arrange the quick keys</source>
      <translation>Schnelltasten anordnen</translation>
    </message>
    <message>
      <location filename="ui/till/open_returns/open_return_lines.py" />
      <source>Articles found</source>
      <translation>Gefundene Artikel</translation>
    </message>
    <message>
      <location filename="ui/settings/preview.py" />
      <source>As it is printed and sent</source>
      <translation>So wird es gedruckt und gesendet</translation>
    </message>
    <message>
      <location filename="ui/settings/mail_preview.py" />
      <source>As it is sent</source>
      <translation>So wird sie gesendet</translation>
    </message>
    <message>
      <location filename="ui/returns/refund_choice.py" />
      <source>As it was paid</source>
      <translation>Wie bezahlt wurde</translation>
    </message>
    <message>
      <location filename="ui/catalog/conflicts.py" />
      <location filename="ui/catalog/form.py" />
      <source>As its category</source>
      <translation>Wie die Kategorie</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <source>As pages</source>
      <translation>Wie Seiten</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <source>As receipts</source>
      <translation>Wie Belege</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>As sealed</source>
      <translation>Wie versiegelt</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>As soon as a sale is paid, or when asked for.</source>
      <translation>Sobald ein Verkauf bezahlt ist, oder auf Wunsch.</translation>
    </message>
    <message>
      <location filename="ui/importing/choices.py" />
      <source>As the file says</source>
      <translation>Wie in der Datei</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_form.py" />
      <source>As the parent category</source>
      <translation>Wie übergeordnete Kategorie</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <source>As written</source>
      <translation>Wie geschrieben</translation>
    </message>
    <message>
      <location filename="ui/shell/frame.py" />
      <source>Ask a manager.</source>
      <translation>Bitte die Leitung fragen.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_panel.py" />
      <source>Ask at {register}: this computer has no card terminal.</source>
      <translation>Fragen Sie an {register}: Dieser Computer hat kein Kartenterminal.</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Ask the printer for paper and cover</source>
      <translation>Den Drucker nach Papier und Klappe fragen</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_panel.py" />
      <source>Ask the terminal</source>
      <translation>Terminal fragen</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_money.py" />
      <source>Ask the terminal again</source>
      <translation>Terminal noch einmal fragen</translation>
    </message>
    <message>
      <location filename="ui/orders/approvals.py" />
      <location filename="ui/returns/approvals.py" />
      <location filename="ui/till/approvals.py" />
      <location filename="ui/till/checkout/terminal_labels.py" />
      <location filename="ui/till/discounts/discount_panel.py" />
      <location filename="ui/till/gift_cards/selling.py" />
      <location filename="ui/till/open_returns/taking.py" />
      <location filename="ui/till/shifts/open_drawer.py" />
      <location filename="ui/till/weight_panel.py" />
      <source>Asked by</source>
      <translation>Angefragt von</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_controller.py" />
      <source>Asking the terminal…</source>
      <translation>Das Terminal wird gefragt …</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>At a price that is asked at the till</source>
      <translation>Zu einem Preis, der an der Kasse erfragt wird</translation>
    </message>
    <message>
      <location filename="ui/reports/discount_columns.py" />
      <source>At list price</source>
      <translation>Zum Listenpreis</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>At most {most} people can be signed in at a workstation, so {name} gives the password next time.</source>
      <translation>An einem Arbeitsplatz können höchstens {most} Personen angemeldet sein, daher gibt {name} beim nächsten Mal das Passwort an.</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <source>At once</source>
      <translation>Sofort</translation>
    </message>
    <message>
      <location filename="ui/inventory/low_stock.py" />
      <source>At the current rate of sales, every low product lasts a week or more.</source>
      <translation>Beim derzeitigen Absatz reicht jeder knappe Artikel noch mindestens eine Woche.</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>At the printer, pin 2</source>
      <translation>Am Drucker, Pin 2</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>At the printer, pin 5</source>
      <translation>Am Drucker, Pin 5</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_pay_panel.py" />
      <source>At the terminal instead</source>
      <translation>Doch am Terminal</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_form.py" />
      <location filename="ui/orders/queues.py" />
      <location filename="ui/settings/tenders.py" />
      <source>At the till</source>
      <translation>An der Kasse</translation>
    </message>
    <message>
      <location filename="ui/settings/tenders.py" />
      <source>At the till, a letter behind an amount says how it is paid. What is left empty is a letter of the word, in the store's language.</source>
      <translation>An der Kasse sagt ein Buchstabe hinter einem Betrag, wie bezahlt wird. Was leer bleibt, ist ein Buchstabe des Wortes, in der Sprache des Ladens.</translation>
    </message>
    <message>
      <location filename="ui/reports/discount_columns.py" />
      <source>At usual price</source>
      <translation>Zum Normalpreis</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>At {register}</source>
      <translation>An {register}</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <location filename="ui/sign_in/demo_logins.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Auditor</source>
      <translation>Revision</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Auditors</source>
      <translation>Revision</translation>
    </message>
    <message>
      <location filename="documents/low_stock.py" />
      <location filename="ui/catalog/detail.py" />
      <location filename="ui/catalog/editor.py" />
      <location filename="ui/catalog/view.py" />
      <location filename="ui/inventory/columns.py" />
      <location filename="ui/inventory/levels.py" />
      <location filename="ui/inventory/low_stock.py" />
      <source>Available</source>
      <translation>Verfügbar</translation>
    </message>
    <message>
      <location filename="ui/start/day_part.py" />
      <source>Average order</source>
      <translation>Bestellwert im Schnitt</translation>
    </message>
    <message>
      <location filename="ui/approval_dialog.py" />
      <location filename="ui/counts/new_count.py" />
      <location filename="ui/first_run/join_store.py" />
      <location filename="ui/first_run/new_store.py" />
      <location filename="ui/first_run/restore.py" />
      <location filename="ui/joining.py" />
      <location filename="ui/kit/paper/strip.py" />
      <location filename="ui/orders/dialogs.py" />
      <location filename="ui/orders/payment.py" />
      <location filename="ui/orders/printing.py" />
      <location filename="ui/receipt_mails.py" />
      <location filename="ui/till/panels.py" />
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>Back on the shelf</source>
      <translation>Wieder im Regal</translation>
    </message>
    <message>
      <location filename="ui/settings/carriers.py" />
      <source>Back to StoreDesk's list</source>
      <translation>Zurück zur Liste von StoreDesk</translation>
    </message>
    <message>
      <location filename="ui/settings/mails.py" />
      <location filename="ui/settings/receipt.py" />
      <source>Back to StoreDesk's text</source>
      <translation>Zurück zum Text von StoreDesk</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>Back to sign-in</source>
      <translation>Zurück zur Anmeldung</translation>
    </message>
    <message>
      <location filename="ui/orders/order_sheet.py" />
      <location filename="ui/orders/packing_bench.py" />
      <location filename="ui/orders/view.py" />
      <source>Back to the list</source>
      <translation>Zurück zur Liste</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <source>Back to the list; what is typed stays</source>
      <translation>Zurück zur Liste; die Eingaben bleiben</translation>
    </message>
    <message>
      <location filename="ui/reports/order_part.py" />
      <location filename="ui/reports/shortcuts.py" />
      <source>Back to the report</source>
      <translation>Zurück zum Bericht</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/arranging.py" />
      <source>Back to what sells most</source>
      <translation>Zurück zum Meistverkauften</translation>
    </message>
    <message>
      <location filename="ui/health/backup_dialog.py" />
      <source>Back up</source>
      <translation>Sichern</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>Back up and restore</source>
      <translation>Sichern und wiederherstellen</translation>
    </message>
    <message>
      <location filename="ui/health/backup_dialog.py" />
      <location filename="ui/health/backups_card.py" />
      <location filename="ui/health/view.py" />
      <source>Back up now</source>
      <translation>Jetzt sichern</translation>
    </message>
    <message>
      <location filename="ui/first_run/restore.py" />
      <location filename="ui/people/labels.py" />
      <source>Backup</source>
      <translation>Sicherung</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Backup made</source>
      <translation>Sicherung erstellt</translation>
    </message>
    <message>
      <location filename="ui/first_run/restored.py" />
      <source>Backup of</source>
      <translation>Sicherung vom</translation>
    </message>
    <message>
      <location filename="ui/health/backups_card.py" />
      <location filename="ui/settings/rules.py" />
      <source>Backups</source>
      <translation>Sicherungen</translation>
    </message>
    <message>
      <location filename="ui/first_run/restore.py" />
      <source>Backups (*.sealed *.dump *.sha256 *.roles.sql)</source>
      <translation>Sicherungen (*.sealed *.dump *.sha256 *.roles.sql)</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>Backups are made in the folder of the profile meanwhile. Plug the disk in, or choose another folder in Settings, Backups.</source>
      <translation>Gesichert wird einstweilen in den Ordner des Profils. Bitte den Datenträger anschließen oder in den Einstellungen unter Sicherungen einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>Backups of a shared store are made on its server, each night, by the command storedesk backup. Ask whoever looks after the server.</source>
      <translation>Ein gemeinsamer Laden wird auf seinem Server gesichert, jede Nacht, mit dem Befehl storedesk backup. Bitte bei der Person nachfragen, die den Server betreut.</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Backups that are kept</source>
      <translation>Aufbewahrte Sicherungen</translation>
    </message>
    <message>
      <location filename="ui/importing/tabs.py" />
      <source>Bad rows</source>
      <translation>Fehlerhafte Zeilen</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_badge.py" />
      <source>Badge</source>
      <translation>Ausweis</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Badge changed</source>
      <translation>Ausweis geändert</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Baltic</source>
      <translation>Baltisch</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Barcode</source>
      <translation>Barcode</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_badge.py" />
      <source>Barcode of the badge</source>
      <translation>Barcode des Ausweises</translation>
    </message>
    <message>
      <location filename="ui/catalog/form.py" />
      <source>Barcode or code</source>
      <translation>Barcode oder Code</translation>
    </message>
    <message>
      <location filename="ui/preferences/preview.py" />
      <source>Beeswax candle</source>
      <translation>Bienenwachskerze</translation>
    </message>
    <message>
      <location filename="ui/importing/unset.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <location filename="ui/journal/detail.py" />
      <source>Before and after</source>
      <translation>Vorher und nachher</translation>
    </message>
    <message>
      <location filename="ui/reports/chart_card.py" />
      <source>Before: {amount}</source>
      <translation>Davor: {amount}</translation>
    </message>
    <message>
      <location filename="ui/timeline/entries.py" />
      <source>Before: {value}</source>
      <translation>Vorher: {value}</translation>
    </message>
    <message>
      <location filename="ui/settings/scale_code_dialog.py" />
      <location filename="ui/settings/scale_code_list.py" />
      <source>Begins with</source>
      <translation>Beginnt mit</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Begun</source>
      <translation>Begonnen</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>Being sent</source>
      <translation>Wird gesendet</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Beside the computer's own volume.</source>
      <translation>Neben der Lautstärke des Computers.</translation>
    </message>
    <message>
      <location filename="ui/start/day_part.py" />
      <source>Best sellers</source>
      <translation>Bestseller</translation>
    </message>
    <message>
      <location filename="ui/people/forms.py" />
      <source>Beyond them the till asks for a manager's approval. In effect at once.</source>
      <translation>Darüber verlangt die Kasse die Freigabe der Leitung. Gilt sofort.</translation>
    </message>
    <message>
      <location filename="documents/sample_order.py" />
      <location filename="documents/sample_receipt.py" />
      <source>Blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/exchange_panel.py" />
      <source>Book the exchange</source>
      <translation>Umtausch buchen</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/pay_panel.py" />
      <source>Booking…</source>
      <translation>Wird gebucht…</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/form_dialog.py" />
      <source>Both days are whole: it ends as its last day does.</source>
      <translation>Beide Tage gelten ganz: Sie endet mit ihrem letzten Tag.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_money.py" />
      <source>Both ways sign the exception off.</source>
      <translation>Beides zeichnet die Ausnahme ab.</translation>
    </message>
    <message>
      <location filename="documents/gift_receipts.py" />
      <source>Bring this receipt to return or exchange the goods.</source>
      <translation>Zum Umtausch oder zur Rückgabe bitte mitbringen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Broken pipe</source>
      <translation>Der Empfänger liest nicht mehr</translation>
    </message>
    <message>
      <location filename="ui/counts/lines.py" />
      <location filename="ui/importing/past_sales.py" />
      <source>By</source>
      <translation>Von</translation>
    </message>
    <message>
      <location filename="ui/inventory/ledger.py" />
      <source>By</source>
      <comment>amount</comment>
      <translation>Um</translation>
    </message>
    <message>
      <location filename="ui/inventory/ledger.py" />
      <source>By hand</source>
      <translation>Manuell</translation>
    </message>
    <message>
      <location filename="ui/returns/refund_choice.py" />
      <source>By its code</source>
      <translation>Nach seinem Code</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>By the piece</source>
      <translation>Nach Stück</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>By the store's clock, while StoreDesk runs; else when it is opened again. One more is made whenever its window closes.</source>
      <translation>Nach der Uhr des Ladens, während StoreDesk läuft; sonst, sobald es wieder geöffnet wird. Eine weitere entsteht, wenn sein Fenster schließt.</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>By weight: the price is for a kilogram</source>
      <translation>Nach Gewicht: der Preis gilt für ein Kilogramm</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <source>CA file</source>
      <translation>CA-Datei</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <source>CA file that verifies the server's certificate</source>
      <translation>CA-Datei zur Prüfung des Server-Zertifikats</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>CITY</source>
      <translation>ORT</translation>
    </message>
    <message>
      <location filename="cli/__init__.py" />
      <location filename="cli/database.py" />
      <location filename="cli/fiscal.py" />
      <location filename="cli/server.py" />
      <source>COMMAND</source>
      <translation>BEFEHL</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>COUNTRY</source>
      <translation>LAND</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <location filename="cli/file_reading.py" />
      <source>CURRENCY</source>
      <translation>WÄHRUNG</translation>
    </message>
    <message>
      <location filename="ui/orders/receipts.py" />
      <source>Call the e-mail off again</source>
      <translation>E-Mail wieder zurückhalten</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>Called off by whoever sent it.</source>
      <translation>Von der absendenden Person zurückgehalten.</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <location filename="ui/inventory/labels.py" />
      <location filename="ui/reports/discount_columns.py" />
      <location filename="ui/shifts/figures.py" />
      <source>Came back</source>
      <translation>Zurückgekommen</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_choice.py" />
      <location filename="ui/catalog/variants.py" />
      <location filename="ui/customers/address_form.py" />
      <location filename="ui/customers/customer_form.py" />
      <location filename="ui/customers/web_shop.py" />
      <location filename="ui/first_run/progress.py" />
      <location filename="ui/health/backup_dialog.py" />
      <location filename="ui/health/running.py" />
      <location filename="ui/importing/file_import.py" />
      <location filename="ui/journal/fiscal_dialog.py" />
      <location filename="ui/journal/verifying.py" />
      <location filename="ui/kit/dialogs/progress.py" />
      <location filename="ui/kit/dialogs/saving.py" />
      <location filename="ui/outbox/setup.py" />
      <location filename="ui/preferences/own_badge.py" />
      <location filename="ui/preferences/own_password.py" />
      <location filename="ui/preferences/own_pin.py" />
      <location filename="ui/preferences/preview.py" />
      <location filename="ui/preferences/receipt_printer.py" />
      <location filename="ui/sign_in/view.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_panel.py" />
      <source>Cancel at the terminal</source>
      <translation>Am Terminal abbrechen</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Cancel order</source>
      <translation>Stornieren</translation>
    </message>
    <message>
      <location filename="ui/health/view.py" />
      <source>Cancel the check</source>
      <translation>Prüfung abbrechen</translation>
    </message>
    <message>
      <location filename="ui/counts/shortcuts.py" />
      <location filename="ui/counts/view.py" />
      <source>Cancel the count</source>
      <translation>Inventur stornieren</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <location filename="ui/orders/dialogs.py" />
      <source>Cancel the order</source>
      <translation>Bestellung stornieren</translation>
    </message>
    <message>
      <location filename="ui/counts/view.py" />
      <source>Cancel this count?</source>
      <translation>Diese Inventur stornieren?</translation>
    </message>
    <message>
      <location filename="ui/journal/view.py" />
      <source>Cancel verifying</source>
      <translation>Prüfung abbrechen</translation>
    </message>
    <message>
      <location filename="ui/orders/approvals.py" />
      <source>Cancel {number} of {name}</source>
      <translation>{number} von {name} stornieren</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>Cancel {number}?</source>
      <translation>{number} stornieren?</translation>
    </message>
    <message>
      <location filename="ui/counts/labels.py" />
      <location filename="ui/customers/labels.py" />
      <location filename="ui/orders/labels.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Canceled</source>
      <translation>Storniert</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_labels.py" />
      <source>Canceled at the terminal. Nothing was charged.</source>
      <translation>Am Terminal abgebrochen. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>Canceled orders are listed here, with the reason.</source>
      <translation>Hier stehen stornierte Bestellungen mit dem Grund.</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <source>Canceled: {reason}</source>
      <translation>Storniert: {reason}</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_controller.py" />
      <source>Canceling at the terminal…</source>
      <translation>Wird am Terminal abgebrochen …</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/form_dialog.py" />
      <source>Candle week</source>
      <translation>Kerzenwoche</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Cannot allocate memory</source>
      <translation>Der Arbeitsspeicher reicht nicht</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>Cannot be shipped: {state}</source>
      <translation>Nicht versendbar: {state}</translation>
    </message>
    <message>
      <location filename="ui/preferences/preview.py" />
      <source>Canvas bag</source>
      <translation>Stoffbeutel</translation>
    </message>
    <message>
      <location filename="ui/kit/forms/text_pad.py" />
      <source>Capital letter</source>
      <translation>Großbuchstabe</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <location filename="ui/customers/labels.py" />
      <location filename="ui/exceptions/card_money.py" />
      <location filename="ui/settings/rules.py" />
      <location filename="ui/tender_labels.py" />
      <source>Card</source>
      <translation>Karte</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/proofs.py" />
      <source>Card (optional)</source>
      <translation>Karte (optional)</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Card numbers must not be kept here. Remove it.</source>
      <translation>Kartennummern dürfen hier nicht gespeichert werden. Bitte entfernen.</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Card payment given back</source>
      <translation>Kartenzahlung zurückgegeben</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Card payment given back by hand</source>
      <translation>Kartenzahlung von Hand zurückgegeben</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Card payment to be given back</source>
      <translation>Kartenzahlung zurückzugeben</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/till/checkout/terminal_labels.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Card settled by hand</source>
      <translation>Karte von Hand geklärt</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <location filename="ui/till/checkout/terminal_panel.py" />
      <source>Card terminal</source>
      <translation>Kartenterminal</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <location filename="ui/orders/carrier_choice.py" />
      <location filename="ui/settings/carrier_list.py" />
      <source>Carrier</source>
      <translation>Versanddienst</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>Carrier by the number</source>
      <translation>Nach der Nummer</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>Carrier not recognized</source>
      <translation>Versanddienst nicht erkannt</translation>
    </message>
    <message>
      <location filename="ui/settings/carriers.py" />
      <source>Carrier: {carriers}</source>
      <translation>Versanddienst: {carriers}</translation>
    </message>
    <message>
      <location filename="ui/settings/carrier_list.py" />
      <location filename="ui/settings/carriers.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Carriers</source>
      <translation>Versanddienste</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <location filename="ui/settings/rules.py" />
      <location filename="ui/shifts/detail.py" />
      <location filename="ui/tender_labels.py" />
      <location filename="ui/till/open_returns/cash_or_credit.py" />
      <location filename="ui/till/open_returns/taking.py" />
      <source>Cash</source>
      <translation>Bar</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Cash approved by</source>
      <translation>Barauszahlung freigegeben von</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Cash can be taken and given back only at a till with an open shift.</source>
      <translation>Bargeld lässt sich nur an einer Kasse mit offener Schicht annehmen und erstatten.</translation>
    </message>
    <message>
      <location filename="ui/till/open_returns/taking.py" />
      <source>Cash for a return without a receipt</source>
      <translation>Bargeld für eine Rücknahme ohne Beleg</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Cash for a return without a receipt needs a manager's second approval.</source>
      <translation>Bargeld für eine Rücknahme ohne Beleg muss die Leitung ein zweites Mal freigeben.</translation>
    </message>
    <message>
      <location filename="ui/orders/payment.py" />
      <location filename="ui/till/checkout/amount_entry.py" />
      <source>Cash given</source>
      <translation>Erhalten</translation>
    </message>
    <message>
      <location filename="ui/till/gift_cards/selling.py" />
      <source>Cash given (optional)</source>
      <translation>Bar gegeben (freiwillig)</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <source>Cash given back</source>
      <translation>Bargeld zurückgegeben</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/close_shift.py" />
      <location filename="ui/till/shifts/move_cash.py" />
      <source>Cash in or out</source>
      <translation>Einlage oder Entnahme</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <location filename="ui/settings/registers.py" />
      <source>Cash in the drawer</source>
      <translation>Bargeld in der Kassenlade</translation>
    </message>
    <message>
      <location filename="ui/settings/cash_dialog.py" />
      <source>Cash in the drawer: {register}</source>
      <translation>Bargeld in der Kassenlade: {register}</translation>
    </message>
    <message>
      <location filename="ui/orders/payment.py" />
      <source>Cash is taken at a till with an open shift</source>
      <translation>Bargeld wird nur an einer Kasse mit offener Schicht angenommen</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <source>Cash payment</source>
      <translation>Barzahlung</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <source>Cash put in</source>
      <translation>Bargeld eingelegt</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <location filename="ui/exceptions/labels.py" />
      <source>Cash taken out</source>
      <translation>Bargeld entnommen</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Cash was put in or taken out since the drawer was counted. Count it again.</source>
      <translation>Seit die Kassenlade gezählt wurde, gab es eine Einlage oder Entnahme. Bitte noch einmal zählen.</translation>
    </message>
    <message>
      <location filename="ui/shifts/view.py" />
      <source>Cash {shift}</source>
      <translation>Bargeld {shift}</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <location filename="ui/sign_in/demo_logins.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Cashier</source>
      <translation>Kasse</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>Cashier refund limit</source>
      <translation>Erstattungslimit (Kasse)</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Cashiers</source>
      <translation>Kasse</translation>
    </message>
    <message>
      <location filename="ui/importing/dialog.py" />
      <source>Catalogs (*.csv *.tsv *.txt *.gz)</source>
      <translation>Kataloge (*.csv *.tsv *.txt *.gz)</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_moves.py" />
      <location filename="ui/catalog/category_tree.py" />
      <location filename="ui/catalog/manager_view.py" />
      <source>Categories</source>
      <translation>Kategorien</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/paged_row.py" />
      <source>Categories before these</source>
      <translation>Vorherige Kategorien</translation>
    </message>
    <message>
      <location filename="documents/low_stock.py" />
      <location filename="ui/catalog/category_choice.py" />
      <location filename="ui/catalog/conflicts.py" />
      <location filename="ui/catalog/form.py" />
      <location filename="ui/catalog/promotions/items.py" />
      <location filename="ui/catalog/view.py" />
      <location filename="ui/counts/new_count.py" />
      <location filename="ui/importing/labels.py" />
      <location filename="ui/inventory/columns.py" />
      <location filename="ui/inventory/low_stock.py" />
      <location filename="ui/reports/labels.py" />
      <source>Category</source>
      <translation>Kategorie</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Category made</source>
      <translation>Kategorie angelegt</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Category moved</source>
      <translation>Kategorie verschoben</translation>
    </message>
    <message>
      <location filename="ui/importing/choices.py" />
      <source>Category, where the file has none</source>
      <translation>Kategorie, wenn in der Datei keine steht</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Central European</source>
      <translation>Mitteleuropäisch</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <source>Certificates (*.crt *.pem)</source>
      <translation>Zertifikate (*.crt *.pem)</translation>
    </message>
    <message>
      <location filename="documents/customer_display.py" />
      <location filename="documents/receipts.py" />
      <location filename="ui/orders/payment.py" />
      <location filename="ui/till/checkout/pay_panel.py" />
      <location filename="ui/till/collecting/order_panel.py" />
      <location filename="ui/till/sale/paid_card.py" />
      <source>Change</source>
      <translation>Rückgeld</translation>
    </message>
    <message>
      <location filename="ui/orders/customer.py" />
      <location filename="ui/settings/carriers.py" />
      <location filename="ui/settings/registers.py" />
      <location filename="ui/settings/scale_codes.py" />
      <source>Change</source>
      <comment>verb</comment>
      <translation>Ändern</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Change a price at the till</source>
      <translation>Preis an der Kasse ändern</translation>
    </message>
    <message>
      <location filename="ui/settings/scale_code_dialog.py" />
      <source>Change a rule</source>
      <translation>Regel ändern</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Change address</source>
      <translation>Adresse ändern</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/open_drawer.py" />
      <source>Change for a customer</source>
      <translation>Wechselgeld</translation>
    </message>
    <message>
      <location filename="ui/inventory/view.py" />
      <source>Change its stock</source>
      <translation>Bestand ändern</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Change name and groups</source>
      <translation>Name und Gruppen ändern</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>Change the address</source>
      <translation>Adresse ändern</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Change the chosen address</source>
      <translation>Ausgewählte Adresse ändern</translation>
    </message>
    <message>
      <location filename="ui/shell/shortcuts.py" />
      <source>Change the colors</source>
      <translation>Farben wechseln</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_password.py" />
      <source>Change the password</source>
      <translation>Passwort ändern</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_pin.py" />
      <source>Change your PIN</source>
      <translation>Ihre PIN ändern</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_password.py" />
      <location filename="ui/preferences/view.py" />
      <source>Change your password</source>
      <translation>Ihr Passwort ändern</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Changed since the check</source>
      <translation>Seit der Prüfung geändert</translation>
    </message>
    <message>
      <location filename="ui/importing/changes.py" />
      <location filename="ui/importing/tabs.py" />
      <location filename="ui/journal/columns.py" />
      <source>Changes</source>
      <translation>Änderungen</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/pay_panel.py" />
      <location filename="ui/till/gift_cards/selling.py" />
      <source>Charge {amount}</source>
      <translation>{amount} abbuchen</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/till/checkout/terminal_labels.py" />
      <source>Charged</source>
      <translation>Abgebucht</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_pay_panel.py" />
      <source>Charged at the terminal</source>
      <translation>Am Terminal abgebucht</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/amount_entry.py" />
      <location filename="ui/till/checkout/taken_rows.py" />
      <source>Charged to the card</source>
      <translation>Von der Karte abgebucht</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <source>Charged without a sale</source>
      <translation>Abgebucht ohne Verkauf</translation>
    </message>
    <message>
      <location filename="ui/importing/file_import.py" />
      <source>Check again</source>
      <translation>Erneut prüfen</translation>
    </message>
    <message>
      <location filename="ui/health/view.py" />
      <source>Check every rule</source>
      <translation>Alle Regeln prüfen</translation>
    </message>
    <message>
      <location filename="ui/catalog/gallery.py" />
      <source>Checking</source>
      <translation>Wird geprüft</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>Checking every rule</source>
      <translation>Jede Regel wird geprüft</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Chinese, simplified</source>
      <translation>Chinesisch, vereinfacht</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Chinese, traditional</source>
      <translation>Chinesisch, traditionell</translation>
    </message>
    <message>
      <location filename="ui/kit/forms/choice_list.py" />
      <source>Choices</source>
      <translation>Auswahl</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <location filename="ui/item_search/search_frame.py" />
      <source>Choose</source>
      <translation>Auswählen</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <source>Choose a customer to see their orders, addresses and baskets.</source>
      <translation>Wählen Sie einen Kunden, um Bestellungen, Adressen und Warenkörbe zu sehen.</translation>
    </message>
    <message>
      <location filename="ui/sign_in/demo_logins.py" />
      <source>Choose a demo login</source>
      <translation>Demo-Anmeldung wählen</translation>
    </message>
    <message>
      <location filename="ui/first_run/restore.py" />
      <source>Choose a file</source>
      <translation>Datei wählen</translation>
    </message>
    <message>
      <location filename="ui/first_run/restore.py" />
      <location filename="ui/health/backup_dialog.py" />
      <source>Choose a folder</source>
      <translation>Ordner wählen</translation>
    </message>
    <message>
      <location filename="ui/health/backup_dialog.py" />
      <source>Choose a folder for the backup</source>
      <translation>Ordner für die Sicherung wählen</translation>
    </message>
    <message>
      <location filename="mails/password_reset.html" />
      <location filename="ui/customers/labels.py" />
      <location filename="ui/mail_labels.py" />
      <source>Choose a new password</source>
      <translation>Neues Passwort wählen</translation>
    </message>
    <message>
      <location filename="ui/people/detail.py" />
      <source>Choose a person to see what they may do.</source>
      <translation>Wählen Sie eine Person, um zu sehen, was sie darf.</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <location filename="ui/preferences/customer_screen.py" />
      <location filename="ui/settings/logo.py" />
      <source>Choose a picture</source>
      <translation>Bild auswählen</translation>
    </message>
    <message>
      <location filename="ui/settings/logo_box.py" />
      <source>Choose a picture, or drop one here</source>
      <translation>Bild auswählen oder hierher ziehen</translation>
    </message>
    <message>
      <location filename="ui/inventory/view.py" />
      <source>Choose a product, or scan it, to see its stock and movements.</source>
      <translation>Wählen oder scannen Sie einen Artikel, um Bestand und Bewegungen zu sehen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Choose a register that is in use and has a drawer of its own.</source>
      <translation>Bitte eine Kasse wählen, die in Gebrauch ist und eine eigene Kassenlade hat.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Choose a row first.</source>
      <translation>Bitte zuerst eine Zeile wählen.</translation>
    </message>
    <message>
      <location filename="ui/shifts/detail.py" />
      <source>Choose a row to see its report.</source>
      <translation>Eine Zeile wählen, um den Bericht zu sehen.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/journal/detail.py" />
      <source>Choose a row to see what happened.</source>
      <translation>Eine Zeile wählen, um zu sehen, was geschehen ist.</translation>
    </message>
    <message>
      <location filename="ui/outbox/detail.py" />
      <source>Choose an e-mail to see its recipient and status.</source>
      <translation>Wählen Sie eine E-Mail aus, um Empfänger und Status zu sehen.</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <source>Choose an order to see its lines and what to do next.</source>
      <translation>Wählen Sie eine Bestellung, um ihre Positionen und die nächsten Schritte zu sehen.</translation>
    </message>
    <message>
      <location filename="ui/till/entry_keys.py" />
      <source>Choose another line</source>
      <translation>Andere Position wählen</translation>
    </message>
    <message>
      <location filename="ui/reports/tables.py" />
      <source>Choose another period, or type other days.</source>
      <translation>Einen anderen Zeitraum wählen oder andere Tage eingeben.</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/list_actions.py" />
      <source>Choose another row</source>
      <translation>Andere Zeile markieren</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Choose at least one group.</source>
      <translation>Bitte mindestens eine Gruppe wählen.</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <source>Choose one to see its prices, codes and stock.</source>
      <translation>Wählen Sie einen aus, um Preise, Codes und Bestand zu sehen.</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <source>Choose one to see what happened at its drawer.</source>
      <translation>Eine wählen, um zu sehen, was an der Kassenlade geschah.</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/list_actions.py" />
      <source>Choose the columns</source>
      <translation>Spalten auswählen</translation>
    </message>
    <message>
      <location filename="ui/importing/file_import.py" />
      <source>Choose the encoding of the file, then check again.</source>
      <translation>Wählen Sie den Zeichensatz der Datei und prüfen Sie dann erneut.</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/list_actions.py" />
      <source>Choose the first or last row</source>
      <translation>Erste oder letzte Zeile markieren</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Choose the printer. It has to be plugged in and switched on.</source>
      <translation>Den Drucker wählen. Er muss angeschlossen und eingeschaltet sein.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Choose the roll, the model and the speed from the lists.</source>
      <translation>Rolle, Modell und Geschwindigkeit aus den Listen wählen.</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/form_dialog.py" />
      <source>Choose what it is for and type a number to see the new prices.</source>
      <translation>Wofür sie gilt auswählen und eine Zahl eingeben, dann stehen hier die neuen Preise.</translation>
    </message>
    <message>
      <location filename="ui/importing/file_import.py" />
      <source>Choose what the columns hold, then check again.</source>
      <translation>Legen Sie fest, was in den Spalten steht, und prüfen Sie dann erneut.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Choose what the promotion is for: a category, a product or a variant.</source>
      <translation>Wofür gilt die Preisaktion? Eine Kategorie, einen Artikel oder eine Variante auswählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Choose whether cash is put into the drawer or taken out.</source>
      <translation>Bitte wählen, ob Bargeld in die Kassenlade eingelegt oder entnommen wird.</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/first_run/new_store.py" />
      <location filename="ui/settings/store.py" />
      <location filename="ui/timeline/fields.py" />
      <source>City</source>
      <translation>Ort</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>Classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/list_page.py" />
      <source>Clear the filters</source>
      <translation>Filter zurücksetzen</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/empty.py" />
      <source>Clear the filters to see the rest of the list.</source>
      <translation>Setzen Sie die Filter zurück, um die übrige Liste zu sehen.</translation>
    </message>
    <message>
      <location filename="ui/kit/forms/search.py" />
      <location filename="ui/kit/lists/list_page.py" />
      <source>Clear the search</source>
      <translation>Suche leeren</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <location filename="ui/sign_in/demo_logins.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Clerk</source>
      <translation>Lager</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Clerks</source>
      <translation>Lager</translation>
    </message>
    <message>
      <location filename="ui/approval_dialog.py" />
      <location filename="ui/sign_in/demo_logins.py" />
      <source>Click to fill in</source>
      <translation>Zum Ausfüllen klicken</translation>
    </message>
    <message>
      <location filename="ui/approval_dialog.py" />
      <source>Click, then give your PIN</source>
      <translation>Anklicken, dann die PIN angeben</translation>
    </message>
    <message>
      <location filename="ui/health/view.py" />
      <source>Clock and versions</source>
      <translation>Uhr und Versionen</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>Clock of this computer</source>
      <translation>Uhr dieses Computers</translation>
    </message>
    <message>
      <location filename="ui/importing/dialog.py" />
      <location filename="ui/importing/past_sales.py" />
      <location filename="ui/item_search/search_frame.py" />
      <location filename="ui/journal/fiscal_dialog.py" />
      <location filename="ui/kit/dialogs/handbook.py" />
      <location filename="ui/kit/dialogs/shortcuts.py" />
      <location filename="ui/orders/bulk_shipping.py" />
      <location filename="ui/orders/past_orders.py" />
      <location filename="ui/report_dialog.py" />
      <location filename="ui/timeline/dialog.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="ui/shell/shortcuts.py" />
      <source>Close StoreDesk</source>
      <translation>StoreDesk beenden</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/joining.py" />
      <source>Close it instead</source>
      <translation>Stattdessen schließen</translation>
    </message>
    <message>
      <location filename="ui/shell/closing.py" />
      <source>Close now</source>
      <translation>Jetzt schließen</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/close_shift.py" />
      <source>Close the shift</source>
      <translation>Schicht schließen</translation>
    </message>
    <message>
      <location filename="ui/kit/base/banner.py" />
      <source>Close this message</source>
      <translation>Meldung schließen</translation>
    </message>
    <message>
      <location filename="ui/till/entry_keys.py" />
      <source>Close what is open</source>
      <translation>Geöffnetes schließen</translation>
    </message>
    <message>
      <location filename="ui/shifts/columns.py" />
      <location filename="ui/shifts/figures.py" />
      <location filename="ui/shifts/labels.py" />
      <location filename="ui/shifts/view.py" />
      <source>Closed</source>
      <comment>shift</comment>
      <translation>Geschlossen</translation>
    </message>
    <message>
      <location filename="ui/shifts/columns.py" />
      <source>Closed by</source>
      <translation>Geschlossen von</translation>
    </message>
    <message>
      <location filename="ui/shell/closing.py" />
      <source>Closing</source>
      <translation>Wird geschlossen</translation>
    </message>
    <message>
      <location filename="documents/pick_lists.py" />
      <location filename="ui/catalog/view.py" />
      <location filename="ui/counts/sheet.py" />
      <location filename="ui/importing/labels.py" />
      <location filename="ui/importing/unset.py" />
      <location filename="ui/inventory/columns.py" />
      <location filename="ui/inventory/low_stock.py" />
      <location filename="ui/orders/past_orders.py" />
      <location filename="ui/settings/register_dialog.py" />
      <location filename="ui/settings/registers.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Code</source>
      <translation>Code</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Code given to a product</source>
      <translation>Code einem Produkt gegeben</translation>
    </message>
    <message>
      <location filename="ui/settings/scale_codes.py" />
      <source>Code of a label</source>
      <translation>Code eines Etiketts</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/taken_credit.py" />
      <source>Code of the gift card</source>
      <translation>Code des Gutscheins</translation>
    </message>
    <message>
      <location filename="ui/returns/refund_choice.py" />
      <source>Code of their gift card</source>
      <translation>Code eines vorhandenen Gutscheins</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <location filename="ui/catalog/variant_rows.py" />
      <source>Codes</source>
      <translation>Codes</translation>
    </message>
    <message>
      <location filename="ui/preferences/preview.py" />
      <source>Coffee beans</source>
      <translation>Kaffeebohnen</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <source>Coin rounding</source>
      <translation>Münzrundung</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Collect here</source>
      <translation>Hier übergeben</translation>
    </message>
    <message>
      <location filename="ui/orders/history.py" />
      <source>Collected</source>
      <translation>Abgeholt</translation>
    </message>
    <message>
      <location filename="ui/catalog/conflicts.py" />
      <location filename="ui/catalog/variant_rows.py" />
      <source>Color</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <location filename="ui/catalog/variants.py" />
      <location filename="ui/preferences/rows.py" />
      <source>Colors</source>
      <translation>Farben</translation>
    </message>
    <message>
      <location filename="ui/importing/bad_rows.py" />
      <source>Column</source>
      <translation>Spalte</translation>
    </message>
    <message>
      <location filename="ui/importing/past_import.py" />
      <location filename="ui/importing/tabs.py" />
      <source>Columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <location filename="documents/customer_display.py" />
      <location filename="ui/returns/approvals.py" />
      <location filename="ui/till/open_returns/taking.py" />
      <location filename="ui/till/returns/money_back_panel.py" />
      <location filename="ui/till/sale/sale_totals.py" />
      <source>Comes back</source>
      <translation>Rückgabe</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Comfortable</source>
      <translation>Bequem</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/arrangement.py" />
      <source>Comfortable rows</source>
      <translation>Luftige Zeilen</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/labels.py" />
      <source>Coming</source>
      <translation>Geplant</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/close_shift.py" />
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <source>Compare it with the end-of-day slip of the card terminal.</source>
      <translation>Vergleichen Sie es mit dem Tagesbeleg des Kartenterminals.</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <source>Compare them with the receipts: whoever owns the server can forge all that was not printed.</source>
      <translation>Vergleichen Sie sie mit den Belegen: Wem der Server gehört, kann alles fälschen, was nicht gedruckt ist.</translation>
    </message>
    <message>
      <location filename="ui/first_run/restored.py" />
      <source>Compare these figures with what you know. What was entered after the backup was made is not in it.</source>
      <translation>Bitte diese Zahlen mit dem vergleichen, was bekannt ist. Was nach der Sicherung eingegeben wurde, ist nicht darin.</translation>
    </message>
    <message>
      <location filename="ui/reports/return_columns.py" />
      <source>Compared returns</source>
      <translation>Verglichene Rückgaben</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <source>Compared sales</source>
      <translation>Umsatz im Vergleich</translation>
    </message>
    <message>
      <location filename="ui/reports/stock_columns.py" />
      <source>Compared value</source>
      <translation>Verglichener Wert</translation>
    </message>
    <message>
      <location filename="ui/reports/view.py" />
      <source>Compared with</source>
      <translation>Verglichen mit</translation>
    </message>
    <message>
      <location filename="cli/file_reading.py" />
      <source>Comparing products with the store</source>
      <translation>Artikel werden mit dem Laden verglichen</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Comparing with the store: {done} of {all} products</source>
      <translation>Abgleich mit dem Laden: {done} von {all} Artikeln</translation>
    </message>
    <message>
      <location filename="ui/till/returns/return_lines.py" />
      <source>Condition</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>Confirm address</source>
      <translation>Adresse bestätigen</translation>
    </message>
    <message>
      <location filename="ui/mail_labels.py" />
      <source>Confirm the address</source>
      <translation>Adresse bestätigen</translation>
    </message>
    <message>
      <location filename="ui/orders/payment.py" />
      <source>Confirm the order</source>
      <translation>Bestellung bestätigen</translation>
    </message>
    <message>
      <location filename="mails/verification.html" />
      <source>Confirm this address</source>
      <translation>Adresse bestätigen</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>Confirm your e-mail</source>
      <translation>E-Mail-Adresse bestätigen</translation>
    </message>
    <message>
      <location filename="mails/verification.html" />
      <source>Confirm your e-mail address</source>
      <translation>Bestätigen Sie Ihre E-Mail-Adresse</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Confirmed</source>
      <translation>Bestätigt</translation>
    </message>
    <message>
      <location filename="ui/shell/person_button.py" />
      <source>Connected</source>
      <translation>Verbunden</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Connection</source>
      <translation>Anschluss</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Connection ended: it kept others waiting</source>
      <translation>Verbindung beendet: Sie hielt andere auf</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Connection refused</source>
      <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Connection reset by peer</source>
      <translation>Verbindung von der Gegenstelle abgebrochen</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Connection timed out</source>
      <translation>Keine Antwort in der vorgesehenen Zeit</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Connections</source>
      <translation>Verbindungen</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>Connections in use</source>
      <translation>Verbindungen in Benutzung</translation>
    </message>
    <message>
      <location filename="ui/importing/reading.py" />
      <source>Content as read</source>
      <translation>Gelesener Inhalt</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/crash.py" />
      <location filename="ui/till/returns/money_back_panel.py" />
      <source>Continue</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="ui/till/returns/money_back_panel.py" />
      <source>Continue · {amount}</source>
      <translation>Weiter · {amount}</translation>
    </message>
    <message>
      <location filename="ui/counts/overview.py" />
      <source>Continues with lines that could not be posted</source>
      <translation>Fortsetzung nicht buchbarer Positionen</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/crash.py" />
      <source>Copy the report</source>
      <translation>Bericht kopieren</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/list_actions.py" />
      <source>Copy the ticked or chosen rows</source>
      <translation>Ausgewählte oder markierte Zeilen kopieren</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <source>Copy the tracking number</source>
      <translation>Sendungsnummer kopieren</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <source>Copy, printed {when}</source>
      <translation>Kopie, gedruckt {when}</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>Correct</source>
      <translation>Berichtigen</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_dialogs.py" />
      <source>Correct a rate of {name}</source>
      <translation>Satz von {name} berichtigen</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>Correct it</source>
      <translation>Korrigieren</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Correct the tracking number</source>
      <translation>Sendungsnummer korrigieren</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Correct tracking</source>
      <translation>Nummer korrigieren</translation>
    </message>
    <message>
      <location filename="ui/catalog/conflicts.py" />
      <location filename="ui/catalog/cost_field.py" />
      <location filename="ui/catalog/detail.py" />
      <location filename="ui/importing/labels.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Cost</source>
      <translation>Einkaufspreis</translation>
    </message>
    <message>
      <location filename="ui/reports/cost_columns.py" />
      <source>Cost</source>
      <comment>of what was sold</comment>
      <translation>Wareneinsatz</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Cost changed</source>
      <translation>Einkaufspreis geändert</translation>
    </message>
    <message>
      <location filename="ui/counts/overview.py" />
      <location filename="ui/shifts/figures.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Count</source>
      <translation>Inventur</translation>
    </message>
    <message>
      <location filename="ui/counts/labels.py" />
      <source>Count again</source>
      <translation>Neu zählen</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <source>Count corrected</source>
      <translation>Zählung berichtigt</translation>
    </message>
    <message>
      <location filename="ui/counts/view.py" />
      <source>Count of {day}</source>
      <translation>Inventur vom {day}</translation>
    </message>
    <message>
      <location filename="ui/counts/shortcuts.py" />
      <source>Count the chosen product again</source>
      <translation>Ausgewählten Artikel neu zählen</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Count: {name}</source>
      <translation>Inventur: {name}</translation>
    </message>
    <message>
      <location filename="documents/drawer_lines.py" />
      <location filename="documents/shift_reports.py" />
      <location filename="ui/cash_ledger.py" />
      <location filename="ui/counts/labels.py" />
      <location filename="ui/counts/lines.py" />
      <location filename="ui/counts/overview.py" />
      <location filename="ui/counts/sheet.py" />
      <location filename="ui/inventory/labels.py" />
      <location filename="ui/shifts/figures.py" />
      <location filename="ui/till/shifts/close_shift.py" />
      <source>Counted</source>
      <translation>Gezählt</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/close_shift.py" />
      <source>Counted by {who}, {time}</source>
      <translation>Gezählt von {who}, {time}</translation>
    </message>
    <message>
      <location filename="ui/counts/lines.py" />
      <source>Counted products</source>
      <translation>Gezählte Artikel</translation>
    </message>
    <message>
      <location filename="ui/counts/labels.py" />
      <source>Counting</source>
      <translation>Wird gezählt</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/first_run/new_store.py" />
      <location filename="ui/importing/labels.py" />
      <location filename="ui/orders/dialogs.py" />
      <location filename="ui/orders/past_orders.py" />
      <location filename="ui/settings/store.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Country</source>
      <translation>Land</translation>
    </message>
    <message>
      <location filename="ui/counts/shortcuts.py" />
      <location filename="ui/counts/view.py" />
      <location filename="ui/shell/pages.py" />
      <location filename="ui/start/view.py" />
      <source>Counts</source>
      <translation>Inventuren</translation>
    </message>
    <message>
      <location filename="ui/catalog/variants.py" />
      <source>Create combinations</source>
      <translation>Kombinationen erstellen</translation>
    </message>
    <message>
      <location filename="ui/first_run/progress.py" />
      <source>Create tables, rules and permissions</source>
      <translation>Tabellen, Regeln und Rechte anlegen</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>Create the store</source>
      <translation>Laden anlegen</translation>
    </message>
    <message>
      <location filename="ui/first_run/progress.py" />
      <source>Create your login</source>
      <translation>Ihren Zugang anlegen</translation>
    </message>
    <message>
      <location filename="ui/first_run/view.py" />
      <source>Creating the demo store</source>
      <translation>Der Demo-Laden wird angelegt</translation>
    </message>
    <message>
      <location filename="ui/first_run/view.py" />
      <source>Creating your store</source>
      <translation>Ihr Laden wird angelegt</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Currency</source>
      <translation>Währung</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Currency, time zone and taxes cannot be changed once something has been sold.</source>
      <translation>Währung, Zeitzone und Steuern lassen sich nicht mehr ändern, sobald etwas verkauft wurde.</translation>
    </message>
    <message>
      <location filename="ui/customers/customer_form.py" />
      <location filename="ui/customers/duplicates.py" />
      <location filename="ui/customers/view.py" />
      <location filename="ui/orders/customer.py" />
      <location filename="ui/orders/queues.py" />
      <location filename="ui/outbox/columns.py" />
      <location filename="ui/outbox/detail.py" />
      <location filename="ui/reports/order_part.py" />
      <location filename="ui/till/function_keys.py" />
      <location filename="ui/till/sale/customer.py" />
      <source>Customer</source>
      <translation>Kunde</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Customer changed</source>
      <translation>Kundendaten geändert</translation>
    </message>
    <message>
      <location filename="ui/preferences/customer_screen.py" />
      <location filename="ui/preferences/rows.py" />
      <source>Customer display</source>
      <translation>Kundenanzeige</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Customer number</source>
      <translation>Kundennummer</translation>
    </message>
    <message>
      <location filename="ui/orders/view.py" />
      <source>Customer of the new order</source>
      <translation>Kunde der neuen Bestellung</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <source>Customer of the sale</source>
      <translation>Kunde des Verkaufs</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <source>Customer since</source>
      <translation>Kunde seit</translation>
    </message>
    <message>
      <location filename="ui/orders/past_orders.py" />
      <source>Customer's old number</source>
      <translation>Alte Kundennummer</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <location filename="ui/till/sale/sale_summary.py" />
      <source>Customer: {name}</source>
      <translation>Kunde: {name}</translation>
    </message>
    <message>
      <location filename="ui/customers/view.py" />
      <location filename="ui/first_run/restored.py" />
      <location filename="ui/health/rule_lines.py" />
      <location filename="ui/orders/customer.py" />
      <location filename="ui/shell/pages.py" />
      <location filename="ui/till/sale/customer.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Customers</source>
      <translation>Kunden</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>Customers who have confirmed their e-mail address are listed here.</source>
      <translation>Hier stehen Kunden, die ihre E-Mail-Adresse bestätigt haben.</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>Customers who have not confirmed their e-mail address are listed here.</source>
      <translation>Hier stehen Kunden, die ihre E-Mail-Adresse noch nicht bestätigt haben.</translation>
    </message>
    <message>
      <location filename="ui/customers/duplicates.py" />
      <source>Customers who may be the same person</source>
      <translation>Kunden, die dieselbe Person sein könnten</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Cyrillic</source>
      <translation>Kyrillisch</translation>
    </message>
    <message>
      <location filename="cli/fiscal.py" />
      <source>DAY</source>
      <translation>TAG</translation>
    </message>
    <message>
      <location filename="cli/__init__.py" />
      <location filename="cli/backup.py" />
      <location filename="cli/server.py" />
      <location filename="cli/tour.py" />
      <source>DIR</source>
      <translation>ORDNER</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <location filename="ui/orders/returns.py" />
      <location filename="ui/reports/return_columns.py" />
      <location filename="ui/till/discounts/discount_panel.py" />
      <location filename="ui/till/returns/return_lines.py" />
      <source>Damaged</source>
      <translation>Beschädigt</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="tour/appearance.py" />
      <location filename="ui/shell/shortcuts.py" />
      <source>Dark colors</source>
      <translation>Farben: dunkel</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <location filename="ui/health/view.py" />
      <source>Database</source>
      <translation>Datenbank</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Date of the line</source>
      <translation>Datum der Zeile</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <location filename="ui/shifts/detail.py" />
      <source>Day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <location filename="ui/shifts/view.py" />
      <source>Day report</source>
      <translation>Tagesbericht</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <source>Days</source>
      <translation>Tage</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Days for a return</source>
      <translation>Tage für eine Rückgabe</translation>
    </message>
    <message>
      <location filename="ui/inventory/low_stock.py" />
      <source>Days left</source>
      <translation>Reichweite</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Days until an idle basket is cleared</source>
      <translation>Tage, bis ein ruhender Warenkorb gelöscht wird</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Days until an unpaid order is canceled</source>
      <translation>Tage, bis eine unbezahlte Bestellung storniert wird</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Debian's PostgreSQL is not on this computer. As root: apt-get install postgresql.</source>
      <translation>PostgreSQL von Debian ist nicht auf diesem Computer. Als root: apt-get install postgresql.</translation>
    </message>
    <message>
      <location filename="ui/importing/reading.py" />
      <source>Decimal mark</source>
      <translation>Dezimalzeichen</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_labels.py" />
      <source>Declined, nothing was charged: {why}.</source>
      <translation>Abgelehnt, es wurde nichts abgebucht: {why}.</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Default</source>
      <translation>Standard</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_labels.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Default tax class</source>
      <translation>Standard-Steuerklasse</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Default tax class changed</source>
      <translation>Standard-Steuerklasse geändert</translation>
    </message>
    <message>
      <location filename="ui/kit/forms/number_pad.py" />
      <source>Delete a digit</source>
      <translation>Ziffer löschen</translation>
    </message>
    <message>
      <location filename="ui/kit/forms/text_pad.py" />
      <source>Delete a letter</source>
      <translation>Buchstaben löschen</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <source>Delete the chosen product</source>
      <translation>Ausgewählten Artikel löschen</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <source>Delete the product</source>
      <translation>Artikel löschen</translation>
    </message>
    <message>
      <location filename="ui/catalog/editor.py" />
      <source>Delete this product (Del)</source>
      <translation>Diesen Artikel löschen (Entf)</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <source>Delete {product}?</source>
      <translation>{product} löschen?</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <location filename="ui/catalog/editing_view.py" />
      <location filename="ui/counts/labels.py" />
      <source>Deleted</source>
      <translation>Gelöscht</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>Deleted products are listed here and can be restored.</source>
      <translation>Hier stehen gelöschte Artikel. Sie können wiederhergestellt werden.</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <source>Deliver to</source>
      <translation>Lieferadresse</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/inventory/labels.py" />
      <location filename="ui/orders/command_buttons.py" />
      <location filename="ui/orders/labels.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Delivered</source>
      <translation>Zugestellt</translation>
    </message>
    <message>
      <location filename="mails/address.txt" />
      <location filename="mails/parts.html" />
      <source>Delivery address</source>
      <translation>Lieferadresse</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Demo store</source>
      <translation>Demoladen</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Dense</source>
      <translation>Dicht</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/arrangement.py" />
      <source>Dense rows</source>
      <translation>Dichte Zeilen</translation>
    </message>
    <message>
      <location filename="documents/deposit_receipts.py" />
      <location filename="ui/till/collecting/order_controller.py" />
      <location filename="ui/till/collecting/order_panel.py" />
      <location filename="ui/till/collecting/order_pay_panel.py" />
      <source>Deposit</source>
      <translation>Anzahlung</translation>
    </message>
    <message>
      <location filename="documents/deposit_receipts.py" />
      <source>Deposit for {number}</source>
      <translation>Anzahlung auf {number}</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/order_controller.py" />
      <source>Deposit of {amount} taken.</source>
      <translation>Anzahlung von {amount} angenommen.</translation>
    </message>
    <message>
      <location filename="ui/orders/history.py" />
      <source>Deposit taken: {detail}</source>
      <translation>Anzahlung angenommen: {detail}</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/order_panel.py" />
      <source>Deposit {amount}</source>
      <translation>{amount} anzahlen</translation>
    </message>
    <message>
      <location filename="ui/orders/queues.py" />
      <source>Deposits</source>
      <translation>Anzahlungen</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_form.py" />
      <location filename="ui/catalog/conflicts.py" />
      <location filename="ui/catalog/form.py" />
      <location filename="ui/importing/labels.py" />
      <source>Description</source>
      <translation>Beschreibung</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Detail</source>
      <translation>Einzelheit</translation>
    </message>
    <message>
      <location filename="ui/importing/columns.py" />
      <source>Detect</source>
      <translation>Erkennen</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Detect automatically</source>
      <translation>Automatisch erkennen</translation>
    </message>
    <message>
      <location filename="ui/importing/reading.py" />
      <source>Detect for each column</source>
      <translation>Je Spalte erkennen</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Device or resource busy</source>
      <translation>Gerät oder Datei ist belegt</translation>
    </message>
    <message>
      <location filename="documents/drawer_lines.py" />
      <location filename="documents/shift_reports.py" />
      <location filename="ui/catalog/variant_rows.py" />
      <location filename="ui/counts/lines.py" />
      <location filename="ui/shifts/columns.py" />
      <location filename="ui/shifts/figures.py" />
      <location filename="ui/till/shifts/close_shift.py" />
      <source>Difference</source>
      <translation>Differenz</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <source>Difference: {amount}</source>
      <translation>Differenz: {amount}</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Directory not empty</source>
      <translation>Der Ordner ist nicht leer</translation>
    </message>
    <message>
      <location filename="ui/people/detail.py" />
      <location filename="ui/people/view.py" />
      <source>Disable</source>
      <translation>Sperren</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Disable the person</source>
      <translation>Person sperren</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Disable {name}?</source>
      <translation>{name} sperren?</translation>
    </message>
    <message>
      <location filename="ui/people/detail.py" />
      <location filename="ui/people/labels.py" />
      <location filename="ui/sign_in_history.py" />
      <source>Disabled</source>
      <translation>Gesperrt</translation>
    </message>
    <message>
      <location filename="ui/catalog/editor.py" />
      <location filename="ui/kit/dialogs/leaving.py" />
      <location filename="ui/settings/view.py" />
      <source>Discard</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <location filename="ui/settings/view.py" />
      <source>Discard what was typed</source>
      <translation>Eingaben verwerfen</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <location filename="ui/till/discounts/discount_panel.py" />
      <location filename="ui/till/page.py" />
      <source>Discount</source>
      <translation>Rabatt</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Discount at the till, in percent</source>
      <translation>Rabatt an der Kasse, in Prozent</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>Discount on</source>
      <translation>Rabatt auf</translation>
    </message>
    <message>
      <location filename="ui/till/entry_keys.py" />
      <source>Discount on the chosen line; // on the whole sale</source>
      <translation>Rabatt auf die gewählte Position; // auf den ganzen Verkauf</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <location filename="ui/reports/labels.py" />
      <source>Discounts</source>
      <translation>Nachlässe</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Discounts: {what}</source>
      <translation>Nachlässe: {what}</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Disk quota exceeded</source>
      <translation>Der zugeteilte Speicherplatz ist verbraucht</translation>
    </message>
    <message>
      <location filename="ui/health/rules_card.py" />
      <source>Do not correct these by hand. Save a report for support, and send it to whoever looks after StoreDesk.</source>
      <translation>Bitte nichts davon von Hand berichtigen, sondern einen Bericht für die Hilfe speichern und der Person senden, die StoreDesk betreut.</translation>
    </message>
    <message>
      <location filename="ui/orders/waiting_slips.py" />
      <source>Do not print them</source>
      <translation>Nicht drucken</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>Do not ship it: {number} was canceled, {moment} by {who}. {reason}</source>
      <translation>Nicht versenden: {number} wurde storniert ({moment}, {who}). {reason}</translation>
    </message>
    <message>
      <location filename="ui/shell/first_steps.py" />
      <source>Do not show the first steps</source>
      <translation>Erste Schritte nicht mehr zeigen</translation>
    </message>
    <message>
      <location filename="ui/settings/carriers.py" />
      <source>Do not use it</source>
      <translation>Nicht nutzen</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/palette.py" />
      <location filename="ui/shell/shortcuts.py" />
      <location filename="ui/shell/side_bar.py" />
      <source>Do or find anything</source>
      <translation>Befehle und Suche</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Do this as root, or as {account}.</source>
      <translation>Bitte als root oder als {account} ausführen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>Do this as root.</source>
      <translation>Bitte als root ausführen.</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>Do you have a backup of your store?</source>
      <translation>Gibt es eine Sicherung des Ladens?</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Does {typed} mean thousands? Type it without separators, or with cents.</source>
      <translation>Sind bei {typed} Tausender gemeint? Bitte ohne Trennzeichen oder mit Cent eingeben.</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_dialog.py" />
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <location filename="ui/preferences/own_badge.py" />
      <location filename="ui/till/returns/given_back.py" />
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="ui/settings/carriers.py" />
      <source>Down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Draft</source>
      <translation>Entwurf</translation>
    </message>
    <message>
      <location filename="ui/importing/choices.py" />
      <source>Drafts</source>
      <translation>Entwürfe</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <location filename="ui/settings/register_dialog.py" />
      <location filename="ui/settings/registers.py" />
      <location filename="ui/shifts/figures.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Drawer</source>
      <translation>Kassenlade</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <source>Drawer</source>
      <comment>on a key</comment>
      <translation>Lade</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <source>Drawer counted</source>
      <translation>Kassenlade gezählt</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Drawer opened without a sale, by one person in a shift</source>
      <translation>Kassenlade ohne Verkauf, je Person und Schicht</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <location filename="ui/shifts/figures.py" />
      <source>Drawers</source>
      <translation>Kassenladen</translation>
    </message>
    <message>
      <location filename="ui/till/sale/exchange_foot.py" />
      <source>Drop</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>Drop a join file here to fill everything in</source>
      <translation>Verbindungsdatei hierher ziehen, und alles ist ausgefüllt</translation>
    </message>
    <message>
      <location filename="ui/catalog/gallery.py" />
      <location filename="ui/settings/logo_box.py" />
      <source>Drop here</source>
      <translation>Hier ablegen</translation>
    </message>
    <message>
      <location filename="ui/inventory/shortcuts.py" />
      <source>Drop the change that is begun</source>
      <translation>Begonnene Änderung verwerfen</translation>
    </message>
    <message>
      <location filename="ui/till/sale/exchange_foot.py" />
      <location filename="ui/till/sale/exchange_key.py" />
      <source>Drop the exchange</source>
      <translation>Umtausch verwerfen</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <location filename="ui/customers/labels.py" />
      <location filename="ui/customers/view.py" />
      <location filename="ui/orders/customer.py" />
      <location filename="ui/outbox/columns.py" />
      <location filename="ui/outbox/detail.py" />
      <location filename="ui/receipt_mails.py" />
      <location filename="ui/settings/mails.py" />
      <location filename="ui/settings/preview.py" />
      <location filename="ui/till/keys.py" />
      <location filename="ui/till/sale/new_customer.py" />
      <location filename="ui/timeline/fields.py" />
      <source>E-mail</source>
      <translation>E-Mail</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>E-mail is set up. Waiting e-mails are sent now.</source>
      <translation>E-Mail ist eingerichtet. Wartende E-Mails werden jetzt gesendet.</translation>
    </message>
    <message>
      <location filename="ui/orders/receipt_buttons.py" />
      <source>E-mail receipt</source>
      <translation>Beleg mailen</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>E-mail sent again</source>
      <translation>E-Mail erneut gesendet</translation>
    </message>
    <message>
      <location filename="ui/orders/receipts.py" />
      <location filename="ui/till/function_keys.py" />
      <location filename="ui/till/receipts/mail_panel.py" />
      <source>E-mail the receipt</source>
      <translation>Beleg mailen</translation>
    </message>
    <message>
      <location filename="ui/receipt_mails.py" />
      <source>E-mail the receipt {number}</source>
      <translation>Beleg {number} mailen</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>E-mail tried again</source>
      <translation>E-Mail erneut versucht</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>E-mail verified</source>
      <translation>E-Mail bestätigt</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>E-mail: cancellation</source>
      <translation>E-Mail: Stornierung</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>E-mail: on its way</source>
      <translation>E-Mail: Versandbestätigung</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>E-mail: order confirmation</source>
      <translation>E-Mail: Bestellbestätigung</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <location filename="ui/health/rule_lines.py" />
      <location filename="ui/outbox/view.py" />
      <location filename="ui/settings/mails.py" />
      <location filename="ui/timeline/labels.py" />
      <source>E-mails</source>
      <translation>E-Mails</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>E-mails are created when orders are paid, shipped or canceled.</source>
      <translation>E-Mails entstehen, wenn Bestellungen bezahlt, versendet oder storniert werden.</translation>
    </message>
    <message>
      <location filename="ui/outbox/state.py" />
      <source>E-mails are kept, but not sent, because no mail server is set up. An admin can set one up.</source>
      <translation>E-Mails werden aufbewahrt, aber nicht gesendet, weil kein Mailserver eingerichtet ist. Ein Administrator kann einen einrichten.</translation>
    </message>
    <message>
      <location filename="ui/outbox/state.py" />
      <source>E-mails are waiting. {why}</source>
      <translation>E-Mails warten. {why}</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>E-mails that are not sent yet are listed under Waiting.</source>
      <translation>Noch nicht gesendete E-Mails stehen unter „Wartet“.</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>E-mails that could not be sent are listed here, with the reason.</source>
      <translation>Hier stehen E-Mails, die nicht gesendet werden konnten, mit dem Grund.</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Each line is a product</source>
      <translation>Jede Zeile ist ein Artikel</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Each package is a line of its own. Scan or weigh the next one too.</source>
      <translation>Jede Packung ist eine eigene Position. Scannen oder wiegen Sie auch die nächste.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Each product needs exactly one number.</source>
      <translation>Jeder Artikel braucht genau eine Anzahl.</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <source>Each sale and refund has a record with the hash of the one before. Verify computes them again, and names the first that was changed or is gone.</source>
      <translation>Zu jedem Verkauf und jeder Erstattung gehört ein Satz mit dem Hash des vorigen. Prüfen berechnet sie neu und nennt den ersten, der geändert wurde oder fehlt.</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>Each says why. Correct the address, or try again.</source>
      <translation>Jede sagt, warum. Bitte die Adresse berichtigen oder es noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Each variant needs a SKU.</source>
      <translation>Jede Variante braucht eine Artikelnummer.</translation>
    </message>
    <message>
      <location filename="ui/reports/question.py" />
      <source>Earlier period</source>
      <translation>Früherer Zeitraum</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <location filename="ui/catalog/variant_list.py" />
      <location filename="ui/customers/commands.py" />
      <location filename="ui/people/detail.py" />
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Edit customers</source>
      <translation>Kunden bearbeiten</translation>
    </message>
    <message>
      <location filename="ui/catalog/view.py" />
      <source>Edit the chosen price</source>
      <translation>Ausgewählten Preis bearbeiten</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <location filename="ui/customers/view.py" />
      <source>Edit the customer</source>
      <translation>Kunden bearbeiten</translation>
    </message>
    <message>
      <location filename="ui/inventory/low_stock.py" />
      <source>Edit the reorder point</source>
      <translation>Meldebestand bearbeiten</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <location filename="ui/catalog/variant_list.py" />
      <source>Edit the variants</source>
      <translation>Varianten bearbeiten</translation>
    </message>
    <message>
      <location filename="ui/till/sale/empty_sale.py" />
      <source>Empty the sale</source>
      <translation>Verkauf leeren</translation>
    </message>
    <message>
      <location filename="ui/till/sale/empty_sale.py" />
      <source>Empty the sale?</source>
      <translation>Verkauf leeren?</translation>
    </message>
    <message>
      <location filename="ui/people/detail.py" />
      <source>Enable</source>
      <translation>Freigeben</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Enable the person</source>
      <translation>Person freigeben</translation>
    </message>
    <message>
      <location filename="ui/importing/reading.py" />
      <source>Encoding</source>
      <translation>Zeichensatz</translation>
    </message>
    <message>
      <location filename="ui/health/backup_dialog.py" />
      <source>Encrypt it with a passphrase</source>
      <translation>Mit einer Passphrase verschlüsseln</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Encrypted</source>
      <translation>Verschlüsselt</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>Encrypted, with a verified server</source>
      <translation>Verschlüsselt, mit geprüftem Server</translation>
    </message>
    <message>
      <location filename="ui/outbox/settings.py" />
      <location filename="ui/outbox/setup.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Encryption</source>
      <translation>Verschlüsselung</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <source>End now</source>
      <translation>Jetzt beenden</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <source>End the promotion</source>
      <translation>Preisaktion beenden</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <source>End {promotion} now?</source>
      <translation>{promotion} jetzt beenden?</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Ended</source>
      <translation>Beendet</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <source>Ended early</source>
      <translation>Vorzeitig beendet</translation>
    </message>
    <message>
      <location filename="ui/kit/forms/number_pad.py" />
      <location filename="ui/kit/forms/text_pad.py" />
      <source>Enter</source>
      <translation>Eingabe</translation>
    </message>
    <message>
      <location filename="ui/shell/first_steps.py" />
      <source>Enter its stock</source>
      <translation>Bestand eingeben</translation>
    </message>
    <message>
      <location filename="ui/till/receipts/unprinted.py" />
      <source>Enter: print them all</source>
      <translation>Enter: alle drucken</translation>
    </message>
    <message>
      <location filename="ui/till/sale/parked.py" />
      <source>Enter: recall it  ·  Up, Down: choose</source>
      <translation>Enter: fortsetzen  ·  Pfeil auf, ab: wählen</translation>
    </message>
    <message>
      <location filename="ui/till/sale/customer.py" />
      <source>Enter: take the chosen one</source>
      <translation>Enter: den gewählten nehmen</translation>
    </message>
    <message>
      <location filename="ui/till/open_returns/sales_of_item.py" />
      <location filename="ui/till/order_finder.py" />
      <source>Enter: take the chosen one  ·  Up, Down: choose</source>
      <translation>Enter: den gewählten nehmen  ·  Pfeil auf, ab: wählen</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>Entry {number} of the journal</source>
      <translation>Eintrag {number} des Protokolls</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Epson and most others</source>
      <translation>Epson und die meisten anderen</translation>
    </message>
    <message>
      <location filename="ui/inventory/ledger.py" />
      <source>Every change to this product's stock is listed here.</source>
      <translation>Hier steht jede Änderung am Bestand dieses Artikels.</translation>
    </message>
    <message>
      <location filename="ui/inventory/low_stock.py" />
      <source>Every low product still has pieces available. See All.</source>
      <translation>Jeder knappe Artikel ist noch verfügbar. Siehe „Alle“.</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>Every piece of a shipment is scanned before the order can be shipped.</source>
      <translation>Jedes Stück einer Sendung wird gescannt, bevor die Bestellung versandt werden kann.</translation>
    </message>
    <message>
      <location filename="ui/till/receipts/unprinted.py" />
      <source>Every receipt of this shift was printed.</source>
      <translation>Jeder Beleg dieser Schicht ist gedruckt.</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Every rule checked</source>
      <translation>Jede Regel geprüft</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <location filename="ui/health/view.py" />
      <source>Every rule holds.</source>
      <translation>Alle Regeln sind eingehalten.</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>Every window stays up to date</source>
      <translation>Jedes Fenster bleibt aktuell</translation>
    </message>
    <message>
      <location filename="ui/journal/filters.py" />
      <source>Everybody</source>
      <translation>Alle Personen</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>Everybody is registered</source>
      <translation>Alle sind registriert</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Everyone</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="ui/counts/posting.py" />
      <source>Everything counted matches the stock.</source>
      <translation>Alles Gezählte stimmt mit dem Bestand überein.</translation>
    </message>
    <message>
      <location filename="ui/counts/lines.py" />
      <source>Everything counted so far matches the stock.</source>
      <translation>Alles bisher Gezählte stimmt mit dem Bestand überein.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Everything is as it should be; nothing was changed.</source>
      <translation>Alles ist, wie es sein soll; es wurde nichts geändert.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <source>Everything is signed off</source>
      <translation>Alles ist abgezeichnet</translation>
    </message>
    <message>
      <location filename="ui/shell/frame.py" />
      <location filename="ui/shell/person.py" />
      <location filename="ui/shell/shortcuts.py" />
      <source>Everywhere</source>
      <translation>Überall</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/tenders.py" />
      <source>Exact</source>
      <translation>Passend</translation>
    </message>
    <message>
      <location filename="ui/settings/scale_code_dialog.py" />
      <source>Example: {code}. {said}</source>
      <translation>Beispiel: {code}. {said}</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Exception signed off</source>
      <translation>Ausnahme abgezeichnet</translation>
    </message>
    <message>
      <location filename="ui/exceptions/view.py" />
      <location filename="ui/shell/pages.py" />
      <source>Exceptions</source>
      <translation>Ausnahmen</translation>
    </message>
    <message>
      <location filename="ui/returns/refund_choice.py" />
      <source>Exchange</source>
      <translation>Umtausch</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <location filename="ui/till/sale/exchange_foot.py" />
      <source>Exchange of {number}</source>
      <translation>Umtausch zu {number}</translation>
    </message>
    <message>
      <location filename="ui/till/sale/exchange_labels.py" />
      <source>Exchange of {number} · {amount}</source>
      <translation>Umtausch zu {number} · {amount}</translation>
    </message>
    <message>
      <location filename="ui/returns/refund_choice.py" />
      <source>Exchange · {amount}</source>
      <translation>Umtauschen · {amount}</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <source>Exchanged</source>
      <translation>Umgetauscht</translation>
    </message>
    <message>
      <location filename="ui/counts/lines.py" />
      <source>Expected</source>
      <translation>Soll</translation>
    </message>
    <message>
      <location filename="documents/drawer_lines.py" />
      <location filename="documents/shift_reports.py" />
      <location filename="ui/shifts/figures.py" />
      <location filename="ui/till/shifts/close_shift.py" />
      <source>Expected in the drawer</source>
      <translation>Soll in der Kassenlade</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <source>Expired</source>
      <translation>Abgelaufen</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>Expired in {month}/{year}</source>
      <translation>Abgelaufen {month}/{year}</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <location filename="ui/kit/lists/list_actions.py" />
      <location filename="ui/reports/view.py" />
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <location filename="ui/catalog/view.py" />
      <source>Export all products for Shopify</source>
      <translation>Alle Artikel für Shopify exportieren</translation>
    </message>
    <message>
      <location filename="ui/shifts/detail.py" />
      <source>Export figures</source>
      <translation>Zahlen exportieren</translation>
    </message>
    <message>
      <location filename="ui/catalog/shopify.py" />
      <source>Export for Shopify</source>
      <translation>Für Shopify exportieren</translation>
    </message>
    <message>
      <location filename="ui/shifts/view.py" />
      <source>Export the figures beside the list</source>
      <translation>Die Zahlen neben der Liste exportieren</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <source>Export the fiscal records</source>
      <translation>Kassensätze exportieren</translation>
    </message>
    <message>
      <location filename="ui/reports/shortcuts.py" />
      <source>Export the report as a file</source>
      <translation>Den Bericht als Datei exportieren</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/list_actions.py" />
      <source>Export this list as a file</source>
      <translation>Liste als Datei exportieren</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/exporting.py" />
      <location filename="ui/shifts/view.py" />
      <source>Export: {list}</source>
      <translation>Export: {list}</translation>
    </message>
    <message>
      <location filename="cli/past_sales.py" />
      <source>FIELD=COLUMN</source>
      <translation>FELD=SPALTE</translation>
    </message>
    <message>
      <location filename="cli/importing.py" />
      <source>FIELD=COLUMN[:most|latest]</source>
      <translation>FELD=SPALTE[:most|latest]</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <location filename="cli/catalog.py" />
      <location filename="cli/fiscal.py" />
      <location filename="cli/importing.py" />
      <location filename="cli/past_sales.py" />
      <location filename="cli/server.py" />
      <location filename="ui/health/store_lines.py" />
      <source>FILE</source>
      <translation>DATEI</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>FOLDER</source>
      <translation>ORDNER</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <location filename="ui/outbox/labels.py" />
      <source>Failed</source>
      <translation>Fehlgeschlagen</translation>
    </message>
    <message>
      <location filename="ui/outbox/columns.py" />
      <location filename="ui/outbox/detail.py" />
      <source>Failed attempts</source>
      <translation>Fehlversuche</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/board.py" />
      <source>Favorites</source>
      <translation>Favoriten</translation>
    </message>
    <message>
      <location filename="ui/importing/changes.py" />
      <source>Field</source>
      <translation>Feld</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Fields changed</source>
      <translation>Geänderte Felder</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <source>Figure</source>
      <translation>Zahl</translation>
    </message>
    <message>
      <location filename="ui/importing/past_sales.py" />
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>File exists</source>
      <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>File name too long</source>
      <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
      <location filename="ui/first_run/restore.py" />
      <source>File or folder of the backup</source>
      <translation>Datei oder Ordner der Sicherung</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>File too large</source>
      <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <source>Filled in from the file. Check the fields, then join.</source>
      <translation>Aus der Datei ausgefüllt. Bitte die Felder prüfen, dann verbinden.</translation>
    </message>
    <message>
      <location filename="ui/orders/customer.py" />
      <location filename="ui/till/sale/customer.py" />
      <source>Find a customer</source>
      <translation>Kunden suchen</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Find pieces at the till</source>
      <translation>Stücke an der Kasse finden</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/find_order.py" />
      <source>Find the order</source>
      <translation>Bestellung suchen</translation>
    </message>
    <message>
      <location filename="ui/till/returns/find_receipt.py" />
      <source>Find the sale</source>
      <translation>Den Verkauf finden</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Finish this sale first, or park it.</source>
      <translation>Beenden Sie zuerst diesen Verkauf, oder parken Sie ihn.</translation>
    </message>
    <message>
      <location filename="ui/shell/closing.py" />
      <source>Finishing current work.</source>
      <translation>Laufende Arbeiten werden abgeschlossen.</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/form_dialog.py" />
      <location filename="ui/reports/question.py" />
      <location filename="ui/timeline/fields.py" />
      <source>First day</source>
      <translation>Erster Tag</translation>
    </message>
    <message>
      <location filename="ui/importing/columns.py" />
      <source>First in dates such as 1/2/2026</source>
      <translation>Bei Datum wie 1/2/2026 zuerst</translation>
    </message>
    <message>
      <location filename="ui/importing/reading.py" />
      <source>First lines of the file</source>
      <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/orders/customer.py" />
      <location filename="ui/till/sale/new_customer.py" />
      <location filename="ui/timeline/fields.py" />
      <source>First name</source>
      <translation>Vorname</translation>
    </message>
    <message>
      <location filename="ui/people/forms.py" />
      <source>First password</source>
      <translation>Erstes Passwort</translation>
    </message>
    <message>
      <location filename="ui/shell/first_steps.py" />
      <source>First steps</source>
      <translation>Erste Schritte</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>First way of paying</source>
      <translation>Erste Zahlungsart</translation>
    </message>
    <message>
      <location filename="documents/fiscal_words.py" />
      <source>Fiscal record {number} of {register} ({when}) does not follow on the one before.</source>
      <translation>Kassensatz {number} von {register} ({when}) schließt nicht an den vorigen an.</translation>
    </message>
    <message>
      <location filename="documents/fiscal_words.py" />
      <source>Fiscal record {number} of {register} ({when}) was changed.</source>
      <translation>Kassensatz {number} von {register} ({when}) wurde geändert.</translation>
    </message>
    <message>
      <location filename="documents/fiscal_words.py" />
      <source>Fiscal record {number} of {register} is gone.</source>
      <translation>Kassensatz {number} von {register} fehlt.</translation>
    </message>
    <message>
      <location filename="documents/fiscal_lines.py" />
      <source>Fiscal record {number}: {digits}</source>
      <translation>Kassensatz {number}: {digits}</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <location filename="ui/journal/view.py" />
      <source>Fiscal records</source>
      <translation>Kassensätze</translation>
    </message>
    <message>
      <location filename="documents/fiscal_lines.py" />
      <source>Fiscal records {first} to {last}</source>
      <translation>Kassensätze {first} bis {last}</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Fiscal signer</source>
      <translation>Signierer der Kassensätze</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/labels.py" />
      <source>Fixed price</source>
      <translation>Fester Preis</translation>
    </message>
    <message>
      <location filename="documents/drawer_lines.py" />
      <location filename="ui/cash_ledger.py" />
      <location filename="ui/shifts/figures.py" />
      <location filename="ui/till/shifts/open_shift.py" />
      <source>Float</source>
      <translation>Wechselgeldbestand</translation>
    </message>
    <message>
      <location filename="ui/health/backup_dialog.py" />
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Folder of backups</source>
      <translation>Ordner der Sicherungen</translation>
    </message>
    <message>
      <location filename="ui/first_run/restore.py" />
      <source>Folder of the backup</source>
      <translation>Ordner der Sicherung</translation>
    </message>
    <message>
      <location filename="ui/orders/packing_bench.py" />
      <source>Follow</source>
      <translation>Verfolgen</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <source>Follow the parcel in the browser</source>
      <translation>Paket im Browser verfolgen</translation>
    </message>
    <message>
      <location filename="documents/pick_lists.py" />
      <location filename="ui/timeline/fields.py" />
      <source>For</source>
      <translation>Für</translation>
    </message>
    <message>
      <location filename="ui/till/sale/note_panel.py" />
      <source>For example: gift wrapped</source>
      <translation>Zum Beispiel: als Geschenk verpackt</translation>
    </message>
    <message>
      <location filename="ui/settings/receipt.py" />
      <source>For opening hours, or how long something can be returned. Receipts of sales have it from now on.</source>
      <translation>Für Öffnungszeiten, oder wie lange etwas zurückgegeben werden kann. Belege von Verkäufen haben es von nun an.</translation>
    </message>
    <message>
      <location filename="documents/drawer_lines.py" />
      <location filename="ui/shifts/figures.py" />
      <source>For sales in progress</source>
      <translation>Für laufende Verkäufe</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>For this order only. The customer's saved addresses do not change.</source>
      <translation>Nur für diese Bestellung. Die gespeicherten Adressen des Kunden ändern sich nicht.</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Found</source>
      <translation>Gefunden</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Found at the till</source>
      <translation>An der Kasse gefunden</translation>
    </message>
    <message>
      <location filename="ui/till/sale/paid_card.py" />
      <source>Found at the till and written down: {names}</source>
      <translation>An der Kasse gefunden und im Bestand gebucht: {names}</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Found by</source>
      <translation>Gefunden von</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/empty.py" />
      <source>Found elsewhere: {found}, and more. Clear the filters to see them.</source>
      <translation>Anderswo gefunden: {found} und weitere. Setzen Sie die Filter zurück, um sie zu sehen.</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/empty.py" />
      <source>Found elsewhere: {found}. Clear the filters to see it.</source>
      <translation>Anderswo gefunden: {found}. Setzen Sie die Filter zurück, um das zu sehen.</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_pin.py" />
      <source>Four to eight digits. F12 locks this computer; your PIN unlocks it, as long as StoreDesk is not closed. Managers also approve with it.</source>
      <translation>Vier bis acht Ziffern. F12 sperrt diesen Computer; die PIN entsperrt ihn, solange StoreDesk nicht geschlossen wird. Die Leitung gibt damit auch frei.</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>Free on the disk</source>
      <translation>Frei auf dem Datenträger</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_dialogs.py" />
      <location filename="ui/settings/taxes.py" />
      <source>From</source>
      <translation>Ab</translation>
    </message>
    <message>
      <location filename="ui/orders/packing_bench.py" />
      <source>From a list</source>
      <translation>Aus Liste</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <source>From now on everything it is for has its usual price again. A promotion that was ended cannot be begun again.</source>
      <translation>Ab jetzt gilt für alles wieder der Normalpreis. Eine beendete Preisaktion kann nicht wieder begonnen werden.</translation>
    </message>
    <message>
      <location filename="ui/people/detail.py" />
      <source>From the rights that the database has granted.</source>
      <translation>Nach den Rechten, die die Datenbank vergeben hat.</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>From {day}, {rate}</source>
      <translation>Ab {day}, {rate}</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/paged_row.py" />
      <source>Further categories</source>
      <translation>Weitere Kategorien</translation>
    </message>
    <message>
      <location filename="documents/customer_display.py" />
      <location filename="documents/gift_cards.py" />
      <location filename="documents/receipts.py" />
      <location filename="ui/returns/approvals.py" />
      <location filename="ui/tender_labels.py" />
      <location filename="ui/till/checkout/amount_entry.py" />
      <location filename="ui/till/function_keys.py" />
      <location filename="ui/till/gift_cards/selling.py" />
      <location filename="ui/till/open_returns/taking.py" />
      <source>Gift card</source>
      <translation>Gutschein</translation>
    </message>
    <message>
      <location filename="ui/credit_slips.py" />
      <location filename="ui/till/checkout/taken_credit.py" />
      <location filename="ui/till/gift_cards/balance.py" />
      <source>Gift card {number}</source>
      <translation>Gutschein {number}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Gift card {number} has only {balance:money} left: it was used elsewhere meanwhile. Take the payment again.</source>
      <translation>Auf Gutschein {number} sind nur noch {balance:money}: Er wurde inzwischen anderswo benutzt. Bitte die Zahlung noch einmal annehmen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Gift card {number} is used up.</source>
      <translation>Gutschein {number} ist aufgebraucht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Gift card {number} pays this sale already.</source>
      <translation>Gutschein {number} bezahlt diesen Verkauf schon.</translation>
    </message>
    <message>
      <location filename="ui/till/sale/paid_card.py" />
      <source>Gift card {number} · {amount}, {left} left on it</source>
      <translation>Gutschein {number} · {amount}, noch {left} darauf</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <source>Gift cards</source>
      <translation>Gutscheine</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Gift cards and store credit, with the code that is worth money.</source>
      <translation>Geschenkkarten und Guthaben, mit dem Code, der Geld wert ist.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Gift cards pay sales at the till only.</source>
      <translation>Mit Gutscheinen wird nur ein Verkauf an der Kasse bezahlt.</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <source>Gift cards sold ({count})</source>
      <translation>Gutscheine verkauft ({count})</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Gift cards that one person sells in a day</source>
      <translation>Gutscheine, die eine Person am Tag verkauft</translation>
    </message>
    <message>
      <location filename="documents/gift_receipts.py" />
      <location filename="ui/till/keys.py" />
      <source>Gift receipt</source>
      <translation>Geschenkbeleg</translation>
    </message>
    <message>
      <location filename="ui/orders/history.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Gift receipt printed</source>
      <translation>Geschenkbeleg gedruckt</translation>
    </message>
    <message>
      <location filename="ui/preferences/preview.py" />
      <source>Ginger syrup</source>
      <translation>Ingwersirup</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>Give a discount</source>
      <translation>Rabatt geben</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Give a name.</source>
      <translation>Bitte einen Namen angeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Give a number from {least} to {most}.</source>
      <translation>Bitte eine Zahl von {least} bis {most} angeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Give a rate from 0 to under 100 percent, with at most three decimals.</source>
      <translation>Bitte einen Satz von 0 bis unter 100 Prozent mit höchstens drei Nachkommastellen angeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Give a size or a color.</source>
      <translation>Bitte eine Größe oder Farbe angeben.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/taken_rows.py" />
      <source>Give back</source>
      <translation>Zurückgeben</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_money.py" />
      <location filename="ui/exceptions/view.py" />
      <source>Give back at the terminal</source>
      <translation>Am Terminal zurückgeben</translation>
    </message>
    <message>
      <location filename="ui/returns/refund_choice.py" />
      <location filename="ui/till/checkout/exchange_panel.py" />
      <source>Give back {amount}</source>
      <translation>{amount} zurückgeben</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/taken_rows.py" />
      <source>Give back: {card}</source>
      <translation>Zurückgeben: {card}</translation>
    </message>
    <message>
      <location filename="ui/till/new_code.py" />
      <source>Give code and add it</source>
      <translation>Code zuordnen und hinzufügen</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Give the carrier a name.</source>
      <translation>Geben Sie dem Versanddienst einen Namen.</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>Give the discount</source>
      <translation>Rabatt geben</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Give the promotion a name, such as “Candle week”.</source>
      <translation>Die Preisaktion braucht einen Namen, etwa „Kerzenwoche“.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Give the weight in kilograms, above 0 and up to {most}, with three decimals at most.</source>
      <translation>Geben Sie das Gewicht in Kilogramm an, über 0 und bis {most}, mit höchstens drei Nachkommastellen.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/taken_rows.py" />
      <source>Give {amount} back to the card at the terminal.</source>
      <translation>Geben Sie {amount} am Terminal auf die Karte zurück.</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <source>Given</source>
      <translation>Erhalten</translation>
    </message>
    <message>
      <location filename="ui/reports/discount_columns.py" />
      <location filename="ui/reports/labels.py" />
      <source>Given away</source>
      <translation>Nachgelassen</translation>
    </message>
    <message>
      <location filename="ui/reports/discount_columns.py" />
      <source>Given away before</source>
      <translation>Davor nachgelassen</translation>
    </message>
    <message>
      <location filename="documents/open_return_receipts.py" />
      <location filename="documents/return_receipts.py" />
      <location filename="ui/till/returns/given_back.py" />
      <source>Given back</source>
      <translation>Erstattet</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <source>Given back as credit</source>
      <translation>Als Guthaben erstattet</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_money.py" />
      <source>Given back at the terminal</source>
      <translation>Am Terminal zurückgegeben</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_money.py" />
      <source>Given back by hand</source>
      <translation>Von Hand zurückgegeben</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_money.py" />
      <source>Given back by hand, {reference}</source>
      <translation>Von Hand zurückgegeben, {reference}</translation>
    </message>
    <message>
      <location filename="ui/till/sale/exchange_labels.py" />
      <source>Given back: {method} · {amount}</source>
      <translation>Zurückgegeben: {method} · {amount}</translation>
    </message>
    <message>
      <location filename="ui/preferences/preview.py" />
      <source>Glass jar</source>
      <translation>Glasdose</translation>
    </message>
    <message>
      <location filename="ui/counts/shortcuts.py" />
      <source>Go on with the chosen count</source>
      <translation>Markierte Inventur fortsetzen</translation>
    </message>
    <message>
      <location filename="ui/catalog/editing_view.py" />
      <location filename="ui/catalog/manager_view.py" />
      <source>Go to the form</source>
      <translation>Zum Formular</translation>
    </message>
    <message>
      <location filename="ui/shell/frame.py" />
      <source>Go to {page}</source>
      <translation>Seite „{page}“ öffnen</translation>
    </message>
    <message>
      <location filename="ui/orders/approvals.py" />
      <location filename="ui/returns/approvals.py" />
      <location filename="ui/returns/refund_choice.py" />
      <location filename="ui/till/checkout/exchange_panel.py" />
      <location filename="ui/till/open_returns/taking.py" />
      <location filename="ui/till/returns/given_back.py" />
      <location filename="ui/till/sale/sale_totals.py" />
      <source>Goes back</source>
      <translation>Erstattung</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>Good</source>
      <translation>In Ordnung</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Greek</source>
      <translation>Griechisch</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <source>Gross</source>
      <translation>Brutto</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Group</source>
      <translation>Gruppe</translation>
    </message>
    <message>
      <location filename="ui/reports/shortcuts.py" />
      <source>Group the rows by something else</source>
      <translation>Die Zeilen anders gruppieren</translation>
    </message>
    <message>
      <location filename="ui/reports/question.py" />
      <location filename="ui/reports/view.py" />
      <source>Grouped by</source>
      <translation>Gruppiert nach</translation>
    </message>
    <message>
      <location filename="ui/people/columns.py" />
      <location filename="ui/people/forms.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Groups</source>
      <translation>Gruppen</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>Guests' baskets and parked sales are removed that nobody has touched for so long.</source>
      <translation>Warenkörbe von Gästen und geparkte Verkäufe werden gelöscht, wenn sie so lange unverändert sind.</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <source>Hand it over</source>
      <translation>Übergeben</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/exchange_panel.py" />
      <location filename="ui/till/returns/given_back.py" />
      <location filename="ui/till/sale/paid_card.py" />
      <source>Hand over</source>
      <translation>Auszahlen</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/order_panel.py" />
      <source>Hand over the goods</source>
      <translation>Ware übergeben</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <source>Hand over {number}?</source>
      <translation>{number} übergeben?</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Hand the order over at this till</source>
      <translation>Bestellung an dieser Kasse übergeben</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/taken_rows.py" />
      <source>Hand {amount} back.</source>
      <translation>Geben Sie {amount} heraus.</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/handbook.py" />
      <location filename="ui/shell/person.py" />
      <source>Handbook</source>
      <translation>Handbuch</translation>
    </message>
    <message>
      <location filename="ui/orders/history.py" />
      <source>Handed over</source>
      <translation>Übergeben</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>Have these set to on in the settings of the server: {names}.</source>
      <translation>Bitte in den Einstellungen des Servers auf on setzen lassen: {names}.</translation>
    </message>
    <message>
      <location filename="ui/importing/reading.py" />
      <source>Header in line</source>
      <translation>Kopfzeile</translation>
    </message>
    <message>
      <location filename="ui/health/view.py" />
      <location filename="ui/shell/pages.py" />
      <source>Health</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Hebrew</source>
      <translation>Hebräisch</translation>
    </message>
    <message>
      <location filename="mails/greeting.txt" />
      <location filename="mails/parts.html" />
      <source>Hello {name},</source>
      <translation>Guten Tag {name},</translation>
    </message>
    <message>
      <location filename="mails/greeting.txt" />
      <location filename="mails/parts.html" />
      <source>Hello,</source>
      <translation>Guten Tag,</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>Here</source>
      <translation>Hier</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_field.py" />
      <location filename="ui/catalog/category_form.py" />
      <source>Hidden</source>
      <translation>Ausgeblendet</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_dialog.py" />
      <source>Hide it</source>
      <translation>Ausblenden</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_dialog.py" />
      <source>Hide {category}?</source>
      <translation>{category} ausblenden?</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Highest price that is typed at the till</source>
      <translation>Höchster Preis, der an der Kasse eingegeben wird</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Hour</source>
      <translation>Stunde</translation>
    </message>
    <message>
      <location filename="ui/outbox/settings.py" />
      <source>How e-mails are sent</source>
      <translation>So werden E-Mails gesendet</translation>
    </message>
    <message>
      <location filename="ui/orders/payment.py" />
      <location filename="ui/till/checkout/tenders.py" />
      <location filename="ui/timeline/fields.py" />
      <source>How it is paid</source>
      <translation>Zahlungsart</translation>
    </message>
    <message>
      <location filename="ui/catalog/conflicts.py" />
      <location filename="ui/catalog/form.py" />
      <source>How it is sold</source>
      <translation>Verkaufsart</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/cash_count.py" />
      <source>How many of {kind}</source>
      <translation>Anzahl {kind}</translation>
    </message>
    <message>
      <location filename="ui/counts/new_count.py" />
      <source>How many products</source>
      <translation>Anzahl der Artikel</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>How much</source>
      <translation>Wie viel</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>How much a list shows at once.</source>
      <translation>Wie viel eine Liste auf einmal zeigt.</translation>
    </message>
    <message>
      <location filename="cli/past_sales.py" />
      <source>IMPORT</source>
      <translation>IMPORT</translation>
    </message>
    <message>
      <location filename="ui/importing/columns.py" />
      <source>If names differ, use</source>
      <translation>Bei verschiedenen Namen gilt</translation>
    </message>
    <message>
      <location filename="ui/importing/columns.py" />
      <source>If prices differ, use</source>
      <translation>Bei verschiedenen Preisen gilt</translation>
    </message>
    <message>
      <location filename="mails/password_reset.html" />
      <location filename="mails/verification.html" />
      <source>If the button does nothing, copy this address into your browser:</source>
      <translation>Falls die Schaltfläche nichts bewirkt, kopieren Sie diese Adresse in Ihren Browser:</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>If the disk fails now, all is lost. Make a backup.</source>
      <translation>Fällt der Datenträger jetzt aus, ist alles verloren. Bitte eine Sicherung erstellen.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_panel.py" />
      <source>If the terminal stays dead: look at its slip. A manager approves what you say.</source>
      <translation>Falls das Terminal nicht mehr antwortet: Sehen Sie auf seinen Beleg. Was Sie angeben, gibt die Leitung frei.</translation>
    </message>
    <message>
      <location filename="mails/verification.html" />
      <location filename="mails/verification.txt" />
      <source>If you did not ask for this, ignore this e-mail: nothing happens without the click.</source>
      <translation>Falls Sie das nicht angefordert haben, ignorieren Sie diese E-Mail: Ohne den Klick geschieht nichts.</translation>
    </message>
    <message>
      <location filename="mails/password_reset.html" />
      <location filename="mails/password_reset.txt" />
      <source>If you did not ask for this, ignore this e-mail: your password stays the same.</source>
      <translation>Falls Sie das nicht angefordert haben, ignorieren Sie diese E-Mail: Ihr Passwort bleibt, wie es ist.</translation>
    </message>
    <message>
      <location filename="ui/catalog/editing_view.py" />
      <location filename="ui/catalog/view.py" />
      <location filename="ui/importing/file_import.py" />
      <source>Import</source>
      <translation>Importieren</translation>
    </message>
    <message>
      <location filename="ui/importing/dialog.py" />
      <source>Import a catalog</source>
      <translation>Katalog importieren</translation>
    </message>
    <message>
      <location filename="ui/importing/past_sales.py" />
      <source>Import a file</source>
      <translation>Datei importieren</translation>
    </message>
    <message>
      <location filename="ui/importing/past_sales.py" />
      <source>Import a file of the program before.</source>
      <translation>Eine Datei des früheren Programms importieren.</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Import of past sales begun</source>
      <translation>Import früherer Verkäufe begonnen</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Import of past sales ended</source>
      <translation>Import früherer Verkäufe beendet</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Import of past sales undone</source>
      <translation>Import früherer Verkäufe zurückgenommen</translation>
    </message>
    <message>
      <location filename="ui/importing/past_sales.py" />
      <source>Import past sales</source>
      <translation>Frühere Verkäufe importieren</translation>
    </message>
    <message>
      <location filename="ui/catalog/view.py" />
      <source>Import products from a file</source>
      <translation>Artikel aus einer Datei importieren</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>Import your products from a file</source>
      <translation>Artikel aus einer Datei importieren</translation>
    </message>
    <message>
      <location filename="ui/importing/dialog.py" />
      <source>Import {file}</source>
      <translation>{file} importieren</translation>
    </message>
    <message>
      <location filename="ui/importing/past_sales.py" />
      <location filename="ui/reports/column_parts.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Imported</source>
      <translation>Importiert</translation>
    </message>
    <message>
      <location filename="ui/orders/past_orders.py" />
      <source>Imported order {number}</source>
      <translation>Importierte Bestellung {number}</translation>
    </message>
    <message>
      <location filename="ui/orders/past_orders.py" />
      <source>Imported order {order}</source>
      <translation>Importierte Bestellung {order}</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Imported past sales</source>
      <translation>Importierte frühere Verkäufe</translation>
    </message>
    <message>
      <location filename="ui/orders/past_orders.py" />
      <source>Imported, {day}</source>
      <translation>Importiert, {day}</translation>
    </message>
    <message>
      <location filename="ui/importing/dialog.py" />
      <source>Imported. The stock of the products above was not set.</source>
      <translation>Importiert. Bei den Artikeln oben wurde der Bestand nicht gesetzt.</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <location filename="cli/past_sales.py" />
      <source>Imported: {counts}.</source>
      <translation>Importiert: {counts}.</translation>
    </message>
    <message>
      <location filename="ui/importing/past_import.py" />
      <source>Importing the past sales…</source>
      <translation>Frühere Verkäufe werden importiert …</translation>
    </message>
    <message>
      <location filename="ui/importing/dialog.py" />
      <source>Importing the products…</source>
      <translation>Artikel werden importiert…</translation>
    </message>
    <message>
      <location filename="ui/importing/past_sales.py" />
      <source>Imports of past sales</source>
      <translation>Importe früherer Verkäufe</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>In cash</source>
      <translation>In bar</translation>
    </message>
    <message>
      <location filename="ui/health/fact_card.py" />
      <source>In order</source>
      <translation>In Ordnung</translation>
    </message>
    <message>
      <location filename="ui/inventory/columns.py" />
      <source>In stock</source>
      <translation>Auf Lager</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <location filename="ui/till/checkout/taken_rows.py" />
      <source>In the drawer</source>
      <translation>In der Lade</translation>
    </message>
    <message>
      <location filename="ui/importing/unset.py" />
      <source>In the file</source>
      <translation>In der Datei</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>In the web shop</source>
      <translation>Im Webshop</translation>
    </message>
    <message>
      <location filename="ui/till/sale/short_lines.py" />
      <source>In this sale</source>
      <translation>In diesem Verkauf</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/shift_controller.py" />
      <source>In this shift: {people}. Join it before you take money.</source>
      <translation>In dieser Schicht: {people}. Treten Sie ihr bei, bevor Sie Geld annehmen.</translation>
    </message>
    <message>
      <location filename="ui/joining.py" />
      <source>In this shift: {people}. Join it to work in it.</source>
      <translation>In dieser Schicht: {people}. Treten Sie ihr bei, um darin zu arbeiten.</translation>
    </message>
    <message>
      <location filename="ui/joining.py" />
      <source>In this shift: {people}. One of them, or a manager, can let you in.</source>
      <translation>In dieser Schicht: {people}. Eine dieser Personen oder die Leitung kann Sie aufnehmen.</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <location filename="ui/timeline/fields.py" />
      <source>In use</source>
      <translation>In Gebrauch</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Inactive</source>
      <translation>Inaktiv</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Input/output error</source>
      <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
      <location filename="ui/inventory/shortcuts.py" />
      <location filename="ui/inventory/view.py" />
      <location filename="ui/shell/pages.py" />
      <source>Inventory</source>
      <translation>Bestand</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Is a directory</source>
      <translation>Das ist ein Ordner</translation>
    </message>
    <message>
      <location filename="ui/till/open_returns/sales_of_item.py" />
      <source>Is it of one of these sales?</source>
      <translation>Ist es aus einem dieser Verkäufe?</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_panel.py" />
      <source>Is that what the terminal's own slip or display says? Press again.</source>
      <translation>Steht es so auf dem Beleg oder der Anzeige des Terminals? Drücken Sie noch einmal.</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>It does not get the changes of the store. Look at the log of that server.</source>
      <translation>Sie erhält die Änderungen des Ladens nicht. Das Protokoll jenes Servers sagt, warum.</translation>
    </message>
    <message>
      <location filename="ui/till/unsold.py" />
      <source>It is a draft. Put it on sale, and every till can sell it.</source>
      <translation>Der Artikel ist ein Entwurf. Nehmen Sie ihn in den Verkauf, dann kann ihn jede Kasse verkaufen.</translation>
    </message>
    <message>
      <location filename="ui/first_run/progress.py" />
      <source>It is being canceled…</source>
      <translation>Wird abgebrochen …</translation>
    </message>
    <message>
      <location filename="ui/health/backups_card.py" />
      <source>It is being encrypted, and opened again as a test…</source>
      <translation>Sie wird verschlüsselt und zur Probe wieder geöffnet …</translation>
    </message>
    <message>
      <location filename="ui/health/backups_card.py" />
      <source>It is being restored as a test, and compared…</source>
      <translation>Sie wird zur Probe wiederhergestellt und verglichen …</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>It is chosen under “Printer of receipts”.</source>
      <translation>Er wird unter „Drucker für Belege“ gewählt.</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>It is chosen when a till asks for money.</source>
      <translation>Sie ist gewählt, wenn eine Kasse kassiert.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <source>It is listed here once it is.</source>
      <translation>Sobald es so weit ist, steht es hier.</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <source>It is no longer listed or sold; past orders and stock movements stay. You can restore it under Deleted.</source>
      <translation>Der Artikel wird nicht mehr angezeigt und nicht mehr verkauft; bisherige Bestellungen und Bestandsbewegungen bleiben erhalten. Unter „Gelöscht“ können Sie ihn wiederherstellen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>It is not known yet whether a card was charged {amount:money} for this sale at {register}. Ask the terminal first.</source>
      <translation>Es ist noch offen, ob an {register} für diesen Verkauf {amount:money} abgebucht wurden. Fragen Sie zuerst das Terminal.</translation>
    </message>
    <message>
      <location filename="ui/till/sale/note_panel.py" />
      <source>It is printed on the receipt and stays with the order.</source>
      <translation>Sie steht auf dem Beleg und bleibt bei der Bestellung.</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>It is still here</source>
      <translation>Paket ist noch hier</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_panel.py" />
      <source>It is to be given back, and the terminal has not said that it was.</source>
      <translation>Es soll zurückgegeben werden, und das Terminal hat es noch nicht bestätigt.</translation>
    </message>
    <message>
      <location filename="ui/counts/view.py" />
      <source>It leaves this list. Scan it again once a product has this code.</source>
      <translation>Der Code verschwindet aus dieser Liste. Scannen Sie ihn noch einmal, sobald ein Artikel diesen Code hat.</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>It opens with its key</source>
      <translation>Sie öffnet mit ihrem Schlüssel</translation>
    </message>
    <message>
      <location filename="ui/settings/logo.py" />
      <source>It stands above the name of the store on receipts, X and Z reports and packing slips. Printers of receipts print black and white alone: the preview shows what becomes of it.</source>
      <translation>Es steht über dem Namen des Ladens auf Belegen, X- und Z-Berichten und Lieferscheinen. Belegdrucker drucken nur schwarz und weiß: Die Vorschau zeigt, was daraus wird.</translation>
    </message>
    <message>
      <location filename="ui/settings/store.py" />
      <source>It stands on receipts, papers and e-mails from now on.</source>
      <translation>Das steht ab sofort auf Kassenbelegen, Papieren und E-Mails.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_panel.py" />
      <source>It was charged</source>
      <translation>Abgebucht</translation>
    </message>
    <message>
      <location filename="ui/till/unsold.py" />
      <source>It was taken off sale. Put it on sale, and every till can sell it.</source>
      <translation>Der Artikel wurde aus dem Verkauf genommen. Nehmen Sie ihn wieder in den Verkauf, dann kann ihn jede Kasse verkaufen.</translation>
    </message>
    <message>
      <location filename="documents/packing_slips.py" />
      <location filename="documents/pick_lists.py" />
      <location filename="ui/orders/detail.py" />
      <location filename="ui/orders/order_sheet.py" />
      <location filename="ui/orders/packing_bench.py" />
      <location filename="ui/orders/returns.py" />
      <location filename="ui/till/sale/lines.py" />
      <source>Item</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <location filename="ui/orders/packing_bench.py" />
      <source>Items to pack</source>
      <translation>Zu packende Artikel</translation>
    </message>
    <message>
      <location filename="ui/shifts/labels.py" />
      <source>Its Z report is here once it is.</source>
      <translation>Dann steht ihr Z-Bericht hier.</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>Its items are available again, and the customer gets an e-mail.</source>
      <translation>Die Artikel sind dann wieder verfügbar, und der Kunde erhält eine E-Mail.</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>Its link has expired.</source>
      <translation>Der Link in der E-Mail ist abgelaufen.</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>Its pieces are for sale again then. 0 cancels no order.</source>
      <translation>Die Stücke sind dann wieder verkäuflich. Bei 0 wird keine storniert.</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>Its shipment was recalled.</source>
      <translation>Die Sendung wurde zurückgeholt.</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <source>JSON lines (*.jsonl)</source>
      <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Japanese</source>
      <translation>Japanisch</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>Join</source>
      <translation>Verbinden</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <location filename="ui/first_run/welcome.py" />
      <source>Join a shared database</source>
      <translation>Mit gemeinsamer Datenbank verbinden</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <source>Join file</source>
      <translation>Verbindungsdatei</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <source>Join files (*.storedesk *.toml)</source>
      <translation>Verbindungsdateien (*.storedesk *.toml)</translation>
    </message>
    <message>
      <location filename="ui/joining.py" />
      <location filename="ui/till/shifts/joining.py" />
      <location filename="ui/till/shifts/shift_controller.py" />
      <source>Join the shift</source>
      <translation>Schicht beitreten</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <source>Join the store</source>
      <translation>Mit dem Laden verbinden</translation>
    </message>
    <message>
      <location filename="ui/journal/view.py" />
      <location filename="ui/shell/pages.py" />
      <source>Journal</source>
      <translation>Protokoll</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>Journal, stock ledger and payments are sealed. Verify whether a row was changed, removed or inserted since.</source>
      <translation>Protokoll, Bestandsjournal und Zahlungen sind versiegelt. Prüfen Sie, ob seither eine Zeile geändert, entfernt oder eingefügt wurde.</translation>
    </message>
    <message>
      <location filename="ui/counts/posting.py" />
      <source>Keep counting</source>
      <translation>Weiterzählen</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/conflict.py" />
      <location filename="ui/kit/dialogs/leaving.py" />
      <location filename="ui/shell/frame.py" />
      <source>Keep editing</source>
      <translation>Weiter bearbeiten</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/dialog.py" />
      <location filename="ui/till/sale/empty_sale.py" />
      <source>Keep it</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <location filename="ui/health/backup_dialog.py" />
      <source>Keep the passphrase somewhere else than the backup. It is saved nowhere: if it is lost, nobody can open this backup any more, neither you nor anybody who helps you.</source>
      <translation>Die Passphrase bitte woanders als die Sicherung aufbewahren. Sie wird nirgends gespeichert: Geht sie verloren, kann niemand diese Sicherung mehr öffnen, auch niemand, der dabei hilft.</translation>
    </message>
    <message>
      <location filename="ui/kit/forms/text_pad.py" />
      <source>Keyboard</source>
      <translation>Tastatur</translation>
    </message>
    <message>
      <location filename="ui/till/view.py" />
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_strip.py" />
      <source>Keys of this page</source>
      <translation>Tasten dieser Seite</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/items.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Korean</source>
      <translation>Koreanisch</translation>
    </message>
    <message>
      <location filename="cli/tour.py" />
      <source>LANGUAGE</source>
      <translation>SPRACHE</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <location filename="cli/server.py" />
      <source>LOGIN</source>
      <translation>ANMELDENAME</translation>
    </message>
    <message>
      <location filename="ui/till/sale/parked.py" />
      <source>Label</source>
      <translation>Bezeichnung</translation>
    </message>
    <message>
      <location filename="ui/settings/scale_code_list.py" />
      <location filename="ui/settings/scale_codes.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Labels of scales</source>
      <translation>Waagenetiketten</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Labels that begin with {prefix} have two rules. Keep one.</source>
      <translation>Für Etiketten, die mit {prefix} beginnen, gibt es zwei Regeln. Behalten Sie eine.</translation>
    </message>
    <message>
      <location filename="ui/language_links.py" />
      <location filename="ui/preferences/rows.py" />
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>Language of amounts and dates</source>
      <translation>Sprache für Beträge und Datum</translation>
    </message>
    <message>
      <location filename="ui/settings/store.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Language of receipts and e-mails</source>
      <translation>Sprache von Kassenbelegen und E-Mails</translation>
    </message>
    <message>
      <location filename="ui/shell/shortcuts.py" />
      <source>Language: {name}</source>
      <translation>Sprache: {name}</translation>
    </message>
    <message>
      <location filename="ui/counts/posting.py" />
      <source>Largest difference of a product</source>
      <translation>Größte Differenz eines Artikels</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Largest note</source>
      <translation>Größter Geldschein</translation>
    </message>
    <message>
      <location filename="ui/period_labels.py" />
      <source>Last 7 days</source>
      <translation>Letzte 7 Tage</translation>
    </message>
    <message>
      <location filename="ui/outbox/detail.py" />
      <source>Last attempt</source>
      <translation>Letzter Versuch</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <source>Last changed</source>
      <translation>Zuletzt geändert</translation>
    </message>
    <message>
      <location filename="ui/settings/changes.py" />
      <source>Last changes</source>
      <translation>Letzte Änderungen</translation>
    </message>
    <message>
      <location filename="ui/health/rule_lines.py" />
      <source>Last checked {ago} by {name}.</source>
      <translation>Zuletzt {ago} geprüft, von {name}.</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/form_dialog.py" />
      <location filename="ui/reports/question.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Last day</source>
      <translation>Letzter Tag</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/proofs.py" />
      <source>Last four (optional)</source>
      <translation>Letzte vier (optional)</translation>
    </message>
    <message>
      <location filename="ui/orders/payment.py" />
      <source>Last four digits</source>
      <translation>Letzte vier Ziffern</translation>
    </message>
    <message>
      <location filename="ui/settings/receipt.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Last lines</source>
      <translation>Letzte Zeilen</translation>
    </message>
    <message>
      <location filename="ui/period_labels.py" />
      <location filename="ui/reports/labels.py" />
      <source>Last month</source>
      <translation>Letzter Monat</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/orders/customer.py" />
      <location filename="ui/till/sale/new_customer.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Last name</source>
      <translation>Nachname</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <source>Last order</source>
      <translation>Letzte Bestellung</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <source>Last orders</source>
      <translation>Letzte Bestellungen</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>Last piece</source>
      <translation>Letztes Stück</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <source>Last receipt</source>
      <translation>Letzter Beleg</translation>
    </message>
    <message>
      <location filename="ui/catalog/sales_card.py" />
      <location filename="ui/reports/stock_columns.py" />
      <source>Last sold</source>
      <translation>Zuletzt verkauft</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Last week</source>
      <translation>Letzte Woche</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Last year</source>
      <translation>Letztes Jahr</translation>
    </message>
    <message>
      <location filename="ui/catalog/sales_card.py" />
      <source>Last {days} days</source>
      <translation>Letzte {days} Tage</translation>
    </message>
    <message>
      <location filename="documents/low_stock.py" />
      <source>Lasts</source>
      <translation>Reichweite</translation>
    </message>
    <message>
      <location filename="ui/reports/question.py" />
      <source>Later period</source>
      <translation>Späterer Zeitraum</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>Least and most cash</source>
      <translation>Mindest- und Höchstbestand</translation>
    </message>
    <message>
      <location filename="ui/settings/cash_dialog.py" />
      <source>Least cash</source>
      <translation>Mindestbestand</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Least cash in the drawer</source>
      <translation>Mindestbestand der Kassenlade</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Least price that is typed at the till</source>
      <translation>Niedrigster Preis, der an der Kasse eingegeben wird</translation>
    </message>
    <message>
      <location filename="ui/shell/frame.py" />
      <source>Leave without saving</source>
      <translation>Ohne Speichern verlassen</translation>
    </message>
    <message>
      <location filename="ui/inventory/ledger.py" />
      <source>Ledger</source>
      <translation>Journal</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <source>Left</source>
      <translation>Bleibt</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Left as it was</source>
      <translation>Unverändert gelassen</translation>
    </message>
    <message>
      <location filename="ui/reports/discount_columns.py" />
      <source>Left given away</source>
      <translation>Bleibt nachgelassen</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>Left the shop</source>
      <translation>Abgang</translation>
    </message>
    <message numerus="yes">
      <location filename="cli/import_report.py" />
      <source>Left the stock of {n} known product as it is:</source>
      <comment>Left the stock of {n} known products as it is:</comment>
      <translation>
        <numerusform>Der Bestand von {n} bekannten Artikel blieb, wie er ist:</numerusform>
        <numerusform>Der Bestand von {n} bekannten Artikeln blieb, wie er ist:</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/arranging.py" />
      <source>Left, Right: choose  ·  with Ctrl: move  ·  Del: remove</source>
      <translation>Links, rechts: wählen  ·  mit Strg: verschieben  ·  Entf: entfernen</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Let in by</source>
      <translation>Eingelassen von</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Letter for PayPal</source>
      <translation>Buchstabe für PayPal</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Letter for card</source>
      <translation>Buchstabe für Karte</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Letter for cash</source>
      <translation>Buchstabe für Bar</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Letter for gift cards</source>
      <translation>Buchstabe für Gutscheine</translation>
    </message>
    <message>
      <location filename="ui/settings/tenders.py" />
      <source>Letters for paying</source>
      <translation>Buchstaben fürs Bezahlen</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Letters of English only</source>
      <translation>Nur englische Buchstaben</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="tour/appearance.py" />
      <location filename="ui/shell/shortcuts.py" />
      <source>Light colors</source>
      <translation>Farben: hell</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Light, dark, or as the system has them.</source>
      <translation>Hell, dunkel oder wie im System.</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Limit changed</source>
      <translation>Grenze geändert</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>Limit per day</source>
      <translation>Limit pro Tag</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Limits</source>
      <translation>Grenzen</translation>
    </message>
    <message>
      <location filename="ui/people/forms.py" />
      <location filename="ui/people/view.py" />
      <source>Limits of cashiers</source>
      <translation>Grenzen der Kasse</translation>
    </message>
    <message>
      <location filename="ui/importing/reading.py" />
      <source>Line</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>Line</source>
      <comment>of a sale</comment>
      <translation>Position</translation>
    </message>
    <message>
      <location filename="ui/preferences/preview.py" />
      <source>Linen apron</source>
      <translation>Leinenschürze</translation>
    </message>
    <message>
      <location filename="ui/importing/past_sales.py" />
      <location filename="ui/reports/discount_columns.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Lines</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <location filename="ui/orders/past_orders.py" />
      <source>Lines of the imported order</source>
      <translation>Positionen der importierten Bestellung</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <location filename="ui/orders/order_sheet.py" />
      <location filename="ui/till/collecting/order_panel.py" />
      <source>Lines of the order</source>
      <translation>Positionen der Bestellung</translation>
    </message>
    <message>
      <location filename="ui/till/returns/return_lines.py" />
      <source>Lines of the receipt</source>
      <translation>Positionen des Belegs</translation>
    </message>
    <message>
      <location filename="ui/till/sale/lines.py" />
      <location filename="ui/till/sale/short_lines.py" />
      <source>Lines of the sale</source>
      <translation>Positionen des Verkaufs</translation>
    </message>
    <message>
      <location filename="ui/settings/receipt.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Lines under the address</source>
      <translation>Zeilen unter der Adresse</translation>
    </message>
    <message>
      <location filename="ui/customers/web_shop.py" />
      <location filename="ui/settings/rules.py" />
      <source>Links in e-mails to customers lead to this address.</source>
      <translation>Links in E-Mails an Kunden führen zu dieser Adresse.</translation>
    </message>
    <message>
      <location filename="ui/reports/shortcuts.py" />
      <source>List the orders of the row</source>
      <translation>Die Bestellungen der Zeile zeigen</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>Listed more than once</source>
      <translation>Mehrfach aufgeführt</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>Lists (*.csv *.txt *.tsv)</source>
      <translation>Listen (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
      <location filename="ui/shifts/labels.py" />
      <source>Little cash</source>
      <translation>Wenig Bargeld</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Lock by itself</source>
      <translation>Von selbst sperren</translation>
    </message>
    <message>
      <location filename="ui/shell/person.py" />
      <source>Lock, or let someone else work</source>
      <translation>Sperren oder jemand anderen arbeiten lassen</translation>
    </message>
    <message>
      <location filename="ui/sign_in/lock_page.py" />
      <location filename="ui/sign_in_history.py" />
      <source>Locked</source>
      <translation>Gesperrt</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <location filename="ui/people/columns.py" />
      <location filename="ui/people/forms.py" />
      <location filename="ui/sign_in/view.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Login</source>
      <translation>Anmeldename</translation>
    </message>
    <message>
      <location filename="ui/joining.py" />
      <source>Login “{login}”</source>
      <translation>Anmeldename „{login}“</translation>
    </message>
    <message>
      <location filename="ui/settings/logo.py" />
      <location filename="ui/settings/logo_box.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Logo</source>
      <translation>Logo</translation>
    </message>
    <message>
      <location filename="ui/settings/logo.py" />
      <source>Logo on receipts</source>
      <translation>Logo auf Belegen</translation>
    </message>
    <message>
      <location filename="ui/first_run/restore.py" />
      <source>Look for backups</source>
      <translation>Sicherungen suchen</translation>
    </message>
    <message>
      <location filename="ui/inventory/stock_form.py" />
      <source>Looking up what was scanned.</source>
      <translation>Der gescannte Artikel wird gesucht.</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Lost or stolen</source>
      <translation>Verloren oder gestohlen</translation>
    </message>
    <message>
      <location filename="ui/inventory/columns.py" />
      <location filename="ui/inventory/low_stock.py" />
      <source>Low</source>
      <translation>Knapp</translation>
    </message>
    <message>
      <location filename="documents/low_stock.py" />
      <source>Low at</source>
      <translation>Meldebestand</translation>
    </message>
    <message>
      <location filename="documents/low_stock.py" />
      <location filename="ui/inventory/low_stock.py" />
      <location filename="ui/shell/pages.py" />
      <location filename="ui/start/view.py" />
      <source>Low stock</source>
      <translation>Niedriger Bestand</translation>
    </message>
    <message>
      <location filename="ui/inventory/low_stock.py" />
      <source>Low stock {day}</source>
      <translation>Niedriger Bestand {day}</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Made a certificate authority, {where}.</source>
      <translation>Zertifizierungsstelle erstellt: {where}.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Made the server's certificate, {where}.</source>
      <translation>Zertifikat des Servers erstellt: {where}.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Made the store {where}.</source>
      <translation>Laden {where} angelegt.</translation>
    </message>
    <message>
      <location filename="ui/outbox/settings.py" />
      <location filename="ui/outbox/setup.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Mail server</source>
      <translation>Mailserver</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Mailer</source>
      <translation>E-Mail-Versand</translation>
    </message>
    <message>
      <location filename="ui/catalog/gallery.py" />
      <source>Main</source>
      <translation>Hauptbild</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>Maintaining the store</source>
      <translation>Der Laden wird gewartet</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_badge.py" />
      <source>Make a badge</source>
      <translation>Ausweis erstellen</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>Make default</source>
      <translation>Als Standard</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <source>Make one with “New promotion”, such as 20% off all candles until Sunday.</source>
      <translation>Mit „Neue Preisaktion“ anlegen, etwa 20 % auf alle Kerzen bis Sonntag.</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Make the chosen address the default</source>
      <translation>Ausgewählte Adresse als Standard festlegen</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Make the chosen one the default</source>
      <translation>Auswahl als Standard festlegen</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Make the chosen payment method the default</source>
      <translation>Ausgewählte Zahlungsart als Standard festlegen</translation>
    </message>
    <message>
      <location filename="ui/shell/first_steps.py" />
      <source>Make the first sale</source>
      <translation>Ersten Verkauf machen</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>Make {name} the default tax class?</source>
      <translation>{name} als Standard-Steuerklasse festlegen?</translation>
    </message>
    <message>
      <location filename="ui/shell/closing.py" />
      <source>Making a backup and checking that it can be restored.</source>
      <translation>Eine Sicherung wird erstellt und auf Wiederherstellbarkeit geprüft.</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>Making the store</source>
      <translation>Der Laden wird angelegt</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <source>Manage the categories</source>
      <translation>Kategorien verwalten</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <location filename="ui/preferences/rows.py" />
      <location filename="ui/sign_in/demo_logins.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Manager</source>
      <translation>Leitung</translation>
    </message>
    <message>
      <location filename="ui/approval_dialog.py" />
      <source>Manager's login</source>
      <translation>Anmeldename der Leitung</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Managers</source>
      <translation>Leitung</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Managers add products. Their stock is then listed here.</source>
      <translation>Die Leitung legt Artikel an. Ihr Bestand steht dann hier.</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <source>Managers make promotions, such as 20% off all candles until Sunday.</source>
      <translation>Die Leitung legt Preisaktionen an, etwa 20 % auf alle Kerzen bis Sonntag.</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>Managers put products on sale.</source>
      <translation>Die Leitung nimmt Artikel in den Verkauf.</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <location filename="ui/reports/cost_columns.py" />
      <source>Margin</source>
      <translation>Marge</translation>
    </message>
    <message>
      <location filename="ui/reports/cost_columns.py" />
      <source>Margin %</source>
      <translation>Marge %</translation>
    </message>
    <message>
      <location filename="ui/catalog/cost_field.py" />
      <source>Margin {percent}: {amount} a piece, without tax</source>
      <translation>Marge {percent}: {amount} je Stück, ohne Steuer</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>Mark as failed</source>
      <translation>Als fehlgeschlagen markieren</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Mark the parcel as delivered</source>
      <translation>Paket als zugestellt markieren</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>Marked as failed: it had waited too long when e-mail was set up.</source>
      <translation>Als fehlgeschlagen markiert: Die E-Mail hatte beim Einrichten des Versands schon zu lange gewartet.</translation>
    </message>
    <message>
      <location filename="ui/importing/choices.py" />
      <source>Match products by barcode where the SKU differs</source>
      <translation>Bei abweichender Artikelnummer über den Barcode zuordnen</translation>
    </message>
    <message>
      <location filename="ui/item_search/popup.py" />
      <location filename="ui/till/new_code.py" />
      <location filename="ui/till/quick_keys/arranging.py" />
      <source>Matches</source>
      <translation>Treffer</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Merged into</source>
      <translation>Zusammengeführt mit</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/conflict.py" />
      <source>Mine</source>
      <translation>Von mir</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Minutes</source>
      <translation>Minuten</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>Money and time</source>
      <translation>Geld und Zeit</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Month</source>
      <translation>Monat</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/quote_changes.py" />
      <source>More than the shelf count</source>
      <translation>Mehr als im Bestand</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>More was charged to the card than is to pay. Give it back at the terminal, and charge it anew.</source>
      <translation>Es wurde mehr abgebucht, als zu zahlen ist. Geben Sie es am Terminal zurück und buchen Sie neu ab.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>More was taken than the sale costs by now. Give one of the parts back.</source>
      <translation>Es wurde mehr genommen, als der Verkauf jetzt kostet. Geben Sie einen der Teile zurück.</translation>
    </message>
    <message>
      <location filename="ui/settings/cash_dialog.py" />
      <source>Most cash</source>
      <translation>Höchstbestand</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Most cash in the drawer</source>
      <translation>Höchstbestand der Kassenlade</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>Most of this is fixed after your first sale.</source>
      <translation>Das meiste davon liegt nach dem ersten Verkauf fest.</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/board.py" />
      <source>Most sold</source>
      <translation>Meistverkauft</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_choice.py" />
      <location filename="ui/catalog/category_dialog.py" />
      <source>Move</source>
      <translation>Verschieben</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_moves.py" />
      <source>Move all products of {category} to</source>
      <translation>Alle Artikel aus {category} verschieben nach</translation>
    </message>
    <message>
      <location filename="ui/importing/choices.py" />
      <source>Move existing products into the file's categories</source>
      <translation>Vorhandene Artikel in die Kategorien der Datei verschieben</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_dialog.py" />
      <source>Move its products</source>
      <translation>Artikel verschieben</translation>
    </message>
    <message>
      <location filename="ui/first_run/progress.py" />
      <source>Move the data to a newer version of the database</source>
      <translation>Daten in eine neuere Version der Datenbank übertragen</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/arranging.py" />
      <source>Move to the left</source>
      <translation>Nach links</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/arranging.py" />
      <source>Move to the right</source>
      <translation>Nach rechts</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_moves.py" />
      <source>Move {category} under</source>
      <translation>{category} verschieben unter</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Moved the store to {where}: every table was compared. The old one is closed.</source>
      <translation>Laden nach {where} umgezogen: Jede Tabelle wurde verglichen. Der alte ist geschlossen.</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>Movement {number} of the stock ledger</source>
      <translation>Bewegung {number} des Bestandsjournals</translation>
    </message>
    <message>
      <location filename="ui/shifts/labels.py" />
      <source>Much cash</source>
      <translation>Viel Bargeld</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <location filename="cli/file_reading.py" />
      <location filename="cli/fiscal.py" />
      <location filename="cli/importing.py" />
      <location filename="cli/server.py" />
      <source>NAME</source>
      <translation>NAME</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>NETWORK</source>
      <translation>NETZ</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_form.py" />
      <location filename="ui/catalog/conflicts.py" />
      <location filename="ui/catalog/form.py" />
      <location filename="ui/catalog/promotions/form_dialog.py" />
      <location filename="ui/catalog/promotions/items.py" />
      <location filename="ui/counts/new_count.py" />
      <location filename="ui/importing/labels.py" />
      <location filename="ui/orders/dialogs.py" />
      <location filename="ui/people/columns.py" />
      <location filename="ui/people/forms.py" />
      <location filename="ui/settings/carrier_dialog.py" />
      <location filename="ui/settings/register_dialog.py" />
      <location filename="ui/settings/registers.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Name in the file</source>
      <translation>Name in der Datei</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_dialogs.py" />
      <source>Name of the class</source>
      <translation>Name der Klasse</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <location filename="ui/settings/store.py" />
      <source>Name of the store</source>
      <translation>Name des Ladens</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_dialogs.py" />
      <location filename="ui/settings/taxes.py" />
      <source>Name on receipts</source>
      <translation>Name auf Belegen</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Name or service not known</source>
      <translation>Name oder Dienst nicht bekannt</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Name the store's database with up to 40 of a-z, 0-9 and _, not {name}.</source>
      <translation>Der Name der Datenbank darf bis zu 40 Zeichen haben: a-z, 0-9 und _, nicht {name}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>Name the store's database with up to 40 of a-z, 0-9 and _.</source>
      <translation>Der Name der Datenbank darf bis zu 40 Zeichen haben: a-z, 0-9 und _.</translation>
    </message>
    <message>
      <location filename="ui/till/sale/parked.py" />
      <source>Name this sale to park it. Then “{label}” is recalled.</source>
      <translation>Benennen Sie diesen Verkauf, um ihn zu parken. Danach wird „{label}“ fortgesetzt.</translation>
    </message>
    <message>
      <location filename="ui/till/sale/customer.py" />
      <source>Name, e-mail, postal code, order number</source>
      <translation>Name, E-Mail, Postleitzahl, Bestellnummer</translation>
    </message>
    <message>
      <location filename="ui/orders/customer.py" />
      <source>Name, e-mail, telephone, postal code</source>
      <translation>Name, E-Mail, Telefon, Postleitzahl</translation>
    </message>
    <message>
      <location filename="ui/health/fact_card.py" />
      <source>Needs a look</source>
      <translation>Bitte ansehen</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <source>Net</source>
      <translation>Netto</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Network</source>
      <translation>Netzwerk</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Network is unreachable</source>
      <translation>Das Netz ist nicht erreichbar</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Never</source>
      <translation>Nie</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_dialog.py" />
      <location filename="ui/catalog/editor.py" />
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_pin.py" />
      <source>New PIN</source>
      <translation>Neue PIN</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_pin.py" />
      <source>New PIN once more</source>
      <translation>Neue PIN noch einmal</translation>
    </message>
    <message>
      <location filename="ui/customers/address_form.py" />
      <source>New address of {name}</source>
      <translation>Neue Adresse von {name}</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_form.py" />
      <location filename="ui/importing/changes.py" />
      <source>New category</source>
      <translation>Neue Kategorie</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_field.py" />
      <source>New category “{name}”</source>
      <translation>Neue Kategorie „{name}“</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_field.py" />
      <source>New category “{name}” in {parent}</source>
      <translation>Neue Kategorie „{name}“ in {parent}</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>New code</source>
      <translation>Neuer Code</translation>
    </message>
    <message>
      <location filename="ui/counts/new_count.py" />
      <location filename="ui/counts/overview.py" />
      <location filename="ui/counts/view.py" />
      <source>New count</source>
      <translation>Neue Inventur</translation>
    </message>
    <message>
      <location filename="ui/customers/customer_form.py" />
      <location filename="ui/customers/labels.py" />
      <location filename="ui/customers/view.py" />
      <location filename="ui/orders/customer.py" />
      <location filename="ui/orders/view.py" />
      <location filename="ui/till/sale/customer.py" />
      <location filename="ui/till/sale/new_customer.py" />
      <source>New customer</source>
      <translation>Neuer Kunde</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>New e-mails are listed here until they are sent.</source>
      <translation>Hier stehen neue E-Mails, bis sie gesendet sind.</translation>
    </message>
    <message>
      <location filename="ui/returns/refund_choice.py" />
      <source>New gift card</source>
      <translation>Neuer Gutschein</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <location filename="ui/orders/order_sheet.py" />
      <location filename="ui/orders/view.py" />
      <source>New order</source>
      <translation>Neue Bestellung</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <location filename="ui/people/detail.py" />
      <location filename="ui/people/forms.py" />
      <location filename="ui/preferences/own_password.py" />
      <location filename="ui/sign_in_history.py" />
      <source>New password</source>
      <translation>Neues Passwort</translation>
    </message>
    <message>
      <location filename="ui/people/forms.py" />
      <source>New password for {name}</source>
      <translation>Neues Passwort für {name}</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>New picture</source>
      <translation>Neues Bild</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>New price</source>
      <translation>Neuer Preis</translation>
    </message>
    <message>
      <location filename="ui/catalog/editing_view.py" />
      <location filename="ui/catalog/editor.py" />
      <location filename="ui/catalog/manager_view.py" />
      <location filename="ui/inventory/labels.py" />
      <source>New product</source>
      <translation>Neuer Artikel</translation>
    </message>
    <message>
      <location filename="ui/importing/choices.py" />
      <source>New products are</source>
      <translation>Neue Artikel sind</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/form_dialog.py" />
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <source>New promotion</source>
      <translation>Neue Preisaktion</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>New rate</source>
      <translation>Neuer Satz</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_dialogs.py" />
      <source>New rate of {name}</source>
      <translation>Neuer Satz von {name}</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>New store</source>
      <translation>Neuer Laden</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <location filename="ui/first_run/welcome.py" />
      <source>New store on this computer</source>
      <translation>Neuer Laden auf diesem Computer</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_dialog.py" />
      <source>New subcategory</source>
      <translation>Neue Unterkategorie</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/cell_editor.py" />
      <source>New value</source>
      <translation>Neuer Wert</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>New variant</source>
      <translation>Neue Variante</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>Newest backup</source>
      <translation>Neueste Sicherung</translation>
    </message>
    <message>
      <location filename="documents/fiscal_words.py" />
      <source>Newest of {register}: {number}, {when}: {digits}</source>
      <translation>Neuester von {register}: {number}, {when}: {digits}</translation>
    </message>
    <message>
      <location filename="ui/first_run/restored.py" />
      <source>Newest order</source>
      <translation>Neueste Bestellung</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>Newest seal {number}, {when}: {digits}. Compare the seals on your Z reports.</source>
      <translation>Neuestes Siegel {number}, {when}: {digits}. Vergleichen Sie die Siegel auf Ihren Z-Berichten.</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>Next</source>
      <comment>the next rate</comment>
      <translation>Danach</translation>
    </message>
    <message>
      <location filename="ui/settings/view.py" />
      <source>Next section</source>
      <translation>Nächster Abschnitt</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <location filename="ui/settings/labels.py" />
      <location filename="ui/settings/registers.py" />
      <location filename="ui/timeline/fields.py" />
      <source>No</source>
      <translation>Nein</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <source>No addresses yet.</source>
      <translation>Noch keine Adressen.</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>No answer</source>
      <translation>Antwortet nicht</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>No browser could be started here. The address is {address}</source>
      <translation>Hier konnte kein Browser gestartet werden. Die Adresse ist {address}</translation>
    </message>
    <message>
      <location filename="ui/settings/carriers.py" />
      <source>No carrier of the list gives such a number.</source>
      <translation>Kein Versanddienst der Liste vergibt eine solche Nummer.</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_dialog.py" />
      <source>No category yet</source>
      <translation>Noch keine Kategorie</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>No connections for a while</source>
      <translation>Für eine Weile keine Verbindungen</translation>
    </message>
    <message>
      <location filename="ui/counts/overview.py" />
      <source>No counts yet</source>
      <translation>Noch keine Inventuren</translation>
    </message>
    <message>
      <location filename="ui/till/sale/sale_summary.py" />
      <source>No customer</source>
      <translation>Kein Kunde</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <source>No customer chosen</source>
      <translation>Kein Kunde ausgewählt</translation>
    </message>
    <message>
      <location filename="ui/till/sale/customer.py" />
      <source>No customer for this sale</source>
      <translation>Kein Kunde für diesen Verkauf</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>No customer is chosen. Choose whom this order is for.</source>
      <translation>Es ist kein Kunde gewählt. Bitte wählen, für wen die Bestellung ist.</translation>
    </message>
    <message>
      <location filename="ui/orders/customer.py" />
      <source>No customer matches.</source>
      <translation>Kein Kunde gefunden.</translation>
    </message>
    <message>
      <location filename="ui/till/sale/customer.py" />
      <source>No customer matches. Press Enter for a new one, or try fewer letters.</source>
      <translation>Kein Kunde passt. Drücken Sie Enter für einen neuen, oder versuchen Sie weniger Buchstaben.</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>No deposit is open</source>
      <translation>Keine Anzahlung ist offen</translation>
    </message>
    <message>
      <location filename="ui/outbox/detail.py" />
      <source>No e-mail chosen</source>
      <translation>Keine E-Mail ausgewählt</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>No e-mails are waiting</source>
      <translation>Keine wartenden E-Mails</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>No e-mails have been sent yet</source>
      <translation>Noch keine E-Mails gesendet</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>No e-mails have failed</source>
      <translation>Keine fehlgeschlagenen E-Mails</translation>
    </message>
    <message>
      <location filename="ui/journal/view.py" />
      <source>No entries yet</source>
      <translation>Noch keine Einträge</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <source>No exceptions yet</source>
      <translation>Noch keine Ausnahmen</translation>
    </message>
    <message>
      <location filename="ui/importing/changes.py" />
      <source>No existing products would change</source>
      <translation>Vorhandene Artikel ändern sich nicht</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>No gift card has this code. Compare it with the card, or scan it. Wrong codes left in this hour: {left}.</source>
      <translation>Kein Gutschein hat diesen Code. Bitte mit der Karte vergleichen oder scannen. Falsche Codes, die in dieser Stunde noch möglich sind: {left}.</translation>
    </message>
    <message>
      <location filename="ui/till/sale/line_painter.py" />
      <source>No longer sold</source>
      <translation>Nicht mehr im Verkauf</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>No mail server answers at {host}, port {port}.</source>
      <translation>Unter {host}, Port {port}, antwortet kein Mailserver.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>No mail server answers at {host}, port {port}: {said}</source>
      <translation>Unter {host}, Port {port}, antwortet kein Mailserver: {said}</translation>
    </message>
    <message>
      <location filename="ui/outbox/settings.py" />
      <source>No mail server is set up</source>
      <translation>Kein Mailserver eingerichtet</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>No mail server is set up yet. Set it up in Outbox, Set up e-mail.</source>
      <translation>Es ist noch kein Mailserver eingerichtet. Bitte im Postausgang unter „E-Mail einrichten“ einrichten.</translation>
    </message>
    <message>
      <location filename="ui/inventory/ledger.py" />
      <source>No movements yet</source>
      <translation>Noch keine Bewegungen</translation>
    </message>
    <message>
      <location filename="ui/till/sale/parked.py" />
      <source>No name</source>
      <translation>Ohne Namen</translation>
    </message>
    <message>
      <location filename="ui/reports/order_part.py" />
      <source>No order</source>
      <translation>Keine Bestellung</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <source>No order chosen</source>
      <translation>Keine Bestellung ausgewählt</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>No order is canceled</source>
      <translation>Keine stornierten Bestellungen</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/find_order.py" />
      <source>No order to pay or to collect matches. Try fewer letters, or another word.</source>
      <translation>Keine Bestellung passt, die zu zahlen oder abzuholen ist. Versuchen Sie weniger Buchstaben oder ein anderes Wort.</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <source>No orders yet.</source>
      <translation>Noch keine Bestellungen.</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/handbook.py" />
      <source>No page has these words.</source>
      <translation>Keine Seite enthält diese Wörter.</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>No parcels yet</source>
      <translation>Noch keine Pakete</translation>
    </message>
    <message>
      <location filename="cli/past_sales.py" />
      <source>No past sales were imported.</source>
      <translation>Es wurden keine früheren Verkäufe importiert.</translation>
    </message>
    <message>
      <location filename="ui/importing/past_sales.py" />
      <source>No past sales yet</source>
      <translation>Noch keine früheren Verkäufe</translation>
    </message>
    <message>
      <location filename="ui/reports/tables.py" />
      <source>No price was set by hand</source>
      <translation>Kein Preis wurde von Hand gesetzt</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <source>No product chosen</source>
      <translation>Kein Artikel ausgewählt</translation>
    </message>
    <message>
      <location filename="ui/till/new_code.py" />
      <source>No product has it. Scan it again if it was misread, or say which product it is.</source>
      <translation>Kein Artikel hat ihn. Noch einmal scannen, falls er falsch gelesen wurde, oder den Artikel angeben.</translation>
    </message>
    <message>
      <location filename="ui/counts/sheet.py" />
      <source>No product has this code. It is listed as unknown. Keep counting.</source>
      <translation>Kein Artikel hat diesen Code. Er ist als unbekannt notiert. Zählen Sie weiter.</translation>
    </message>
    <message>
      <location filename="ui/till/new_code.py" />
      <location filename="ui/till/quick_keys/arranging.py" />
      <source>No product on sale matches.</source>
      <translation>Kein Artikel im Verkauf passt.</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_form.py" />
      <source>No products</source>
      <translation>Keine Artikel</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <source>No promotion here</source>
      <translation>Hier gibt es keine Preisaktion</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <source>No reference</source>
      <translation>Ohne Referenz</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>No rounding</source>
      <translation>Keine Rundung</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>No route to host</source>
      <translation>Der Rechner ist nicht erreichbar</translation>
    </message>
    <message>
      <location filename="ui/settings/scale_codes.py" />
      <source>No rule reads it. A till looks for a product with this whole code.</source>
      <translation>Keine Regel liest es. Die Kasse sucht einen Artikel mit dem ganzen Code.</translation>
    </message>
    <message>
      <location filename="ui/settings/scale_codes.py" />
      <source>No rule yet. Add one for the digits with which the codes of your scale begin.</source>
      <translation>Noch keine Regel. Fügen Sie eine für die Ziffern hinzu, mit denen die Codes Ihrer Waage beginnen.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/till/shifts/close_shift.py" />
      <location filename="ui/till/shifts/open_drawer.py" />
      <source>No sale</source>
      <translation>Kein Verkauf</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>No sale has {typed}. Type its number, the customer or an article.</source>
      <translation>Kein Verkauf hat {typed}. Geben Sie seine Nummer, den Kunden oder einen Artikel ein.</translation>
    </message>
    <message>
      <location filename="ui/till/sale/parked.py" />
      <location filename="ui/till/sale/sale_summary.py" />
      <source>No sale is parked.</source>
      <translation>Kein Verkauf ist geparkt.</translation>
    </message>
    <message>
      <location filename="ui/till/returns/find_receipt.py" />
      <source>No sale matches. Try fewer letters, or another word.</source>
      <translation>Kein Verkauf passt. Versuchen Sie es mit weniger Buchstaben oder einem anderen Wort.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>No server answers at {host}, port {port}. Check that it is running.</source>
      <translation>Unter {host}, Port {port}, antwortet kein Server. Bitte prüfen, ob er läuft.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>No server of that name is known on this network. Check the name and the network cable.</source>
      <translation>In diesem Netzwerk ist kein Server dieses Namens bekannt. Bitte den Namen und das Netzwerkkabel prüfen.</translation>
    </message>
    <message>
      <location filename="ui/shifts/labels.py" />
      <source>No shift has been closed yet</source>
      <translation>Noch keine Schicht ist geschlossen</translation>
    </message>
    <message>
      <location filename="ui/start/day_part.py" />
      <source>No shift has been opened yet.</source>
      <translation>Noch wurde keine Schicht eröffnet.</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <location filename="ui/shifts/detail.py" />
      <source>No shift is chosen</source>
      <translation>Keine Schicht ist gewählt</translation>
    </message>
    <message>
      <location filename="ui/shifts/labels.py" />
      <source>No shift is open</source>
      <translation>Keine Schicht ist offen</translation>
    </message>
    <message>
      <location filename="ui/shifts/labels.py" />
      <source>No shifts yet</source>
      <translation>Noch keine Schichten</translation>
    </message>
    <message>
      <location filename="ui/sign_in_history.py" />
      <source>No sign-in is on record yet.</source>
      <translation>Noch ist keine Anmeldung verzeichnet.</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>No space left on device</source>
      <translation>Kein Speicherplatz mehr frei</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>No staff member has the login {login}.</source>
      <translation>Kein Mitarbeiter hat den Anmeldenamen {login}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>No staff member has this login.</source>
      <translation>Kein Mitarbeiter hat diesen Anmeldenamen.</translation>
    </message>
    <message>
      <location filename="ui/counts/view.py" />
      <source>No stock changes. The count stays in the list.</source>
      <translation>Der Bestand ändert sich nicht. Die Inventur bleibt in der Liste.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>No store is chosen on this computer yet. Open StoreDesk, or give --dsn.</source>
      <translation>Auf diesem Computer ist noch kein Laden gewählt. Bitte StoreDesk öffnen oder --dsn angeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>No such file or directory</source>
      <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
      <location filename="ui/catalog/variant_list.py" />
      <source>No variants. Add some where there are several sizes or colors.</source>
      <translation>Keine Varianten. Fügen Sie welche hinzu, wenn es mehrere Größen oder Farben gibt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>No window can be opened: {library} is missing or damaged. Have the package that contains it installed, then start again.</source>
      <translation>Es kann kein Fenster geöffnet werden: {library} fehlt oder ist beschädigt. Bitte das Paket installieren lassen, das diese Bibliothek enthält, dann neu starten.</translation>
    </message>
    <message>
      <location filename="ui/sign_in/lock_page.py" />
      <source>Nobody can go on with a PIN here.</source>
      <translation>Hier kann niemand mit einer PIN weiterarbeiten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nobody can hand over {amount:money} in cash here: the smallest coin is {coin:money}.</source>
      <translation>{amount:money} kann hier niemand bar geben: Die kleinste Münze ist {coin:money}.</translation>
    </message>
    <message>
      <location filename="ui/health/view.py" />
      <source>Nobody for longer than five seconds.</source>
      <translation>Niemand länger als fünf Sekunden.</translation>
    </message>
    <message>
      <location filename="ui/people/detail.py" />
      <source>Nobody is chosen</source>
      <translation>Niemand ist gewählt</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Nobody is here yet</source>
      <translation>Noch ist niemand da</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>Nobody is registered</source>
      <translation>Niemand ist registriert</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>Nobody sells there any more. What was sold there stays under its name.</source>
      <translation>Niemand verkauft dort mehr. Was dort verkauft wurde, bleibt unter ihrem Namen.</translation>
    </message>
    <message>
      <location filename="ui/outbox/settings.py" />
      <location filename="ui/outbox/setup.py" />
      <location filename="ui/preferences/customer_screen.py" />
      <location filename="ui/preferences/rows.py" />
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>None</source>
      <comment>no signer</comment>
      <translation>Keiner</translation>
    </message>
    <message>
      <location filename="ui/till/open_returns/sales_of_item.py" />
      <source>None of these</source>
      <translation>Keiner davon</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>None of these lines can be imported.</source>
      <translation>Keine dieser Zeilen kann importiert werden.</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>None was found</source>
      <translation>Keiner gefunden</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>Not a carrier's tracking number</source>
      <translation>Keine gültige Sendungsnummer</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Not a directory</source>
      <translation>Das ist kein Ordner</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>Not all stock is set. Import the same files with the same options within 24 hours: that sets the rest, and nothing twice.</source>
      <translation>Es sind noch nicht alle Bestände gesetzt. Bitte dieselben Dateien innerhalb von 24 Stunden mit denselben Optionen importieren: Das setzt die übrigen und keinen doppelt.</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>Not as sealed</source>
      <translation>Nicht wie versiegelt</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <source>Not as written</source>
      <translation>Nicht wie geschrieben</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Not at a till</source>
      <translation>Nicht an einer Kasse</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/till/checkout/terminal_labels.py" />
      <location filename="ui/till/checkout/terminal_panel.py" />
      <source>Not charged</source>
      <translation>Nicht abgebucht</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Not compared</source>
      <translation>Nicht verglichen</translation>
    </message>
    <message>
      <location filename="ui/shell/frame.py" />
      <source>Not connected since {time}</source>
      <translation>Keine Verbindung seit {time}</translation>
    </message>
    <message>
      <location filename="ui/till/approvals.py" />
      <source>Not counted</source>
      <translation>Nicht im Bestand</translation>
    </message>
    <message>
      <location filename="ui/orders/order_sheet.py" />
      <source>Not enough left</source>
      <translation>Nicht genug verfügbar</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/close_shift.py" />
      <source>Not known</source>
      <translation>Nicht bekannt</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/outbox/labels.py" />
      <source>Not needed</source>
      <translation>Nicht nötig</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>Not needed any more: its order was canceled, or a newer link was created.</source>
      <translation>Nicht mehr nötig: Die Bestellung wurde storniert oder ein neuerer Link erstellt.</translation>
    </message>
    <message>
      <location filename="ui/till/unsold.py" />
      <source>Not on sale yet</source>
      <translation>Noch nicht im Verkauf</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <source>Not paid yet</source>
      <translation>Noch nicht bezahlt</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/journal/verifying.py" />
      <source>Not proved: {count} row written since the newest seal.</source>
      <comment>Not proved: {count} rows written since the newest seal.</comment>
      <translation>
        <numerusform>Nicht bewiesen: {count} Zeile, die seit dem neuesten Siegel geschrieben wurde.</numerusform>
        <numerusform>Nicht bewiesen: {count} Zeilen, die seit dem neuesten Siegel geschrieben wurden.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/settings/view.py" />
      <source>Not saved yet: {settings}</source>
      <translation>Noch nicht gespeichert: {settings}</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>Not sealed yet</source>
      <translation>Noch nicht versiegelt</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>Not sent</source>
      <translation>Nicht gesendet</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Not shipped</source>
      <translation>Nicht versendet</translation>
    </message>
    <message>
      <location filename="documents/fiscal_lines.py" />
      <source>Not signed yet.</source>
      <translation>Noch nicht signiert.</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Not sold</source>
      <translation>Nicht verkauft</translation>
    </message>
    <message>
      <location filename="ui/till/unsold.py" />
      <source>Not sold any more</source>
      <translation>Nicht mehr im Verkauf</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Not taken</source>
      <translation>Nicht erfasst</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/model.py" />
      <source>Not ticked</source>
      <translation>Nicht ausgewählt</translation>
    </message>
    <message>
      <location filename="ui/importing/past_import.py" />
      <source>Not usable</source>
      <translation>Nicht verwendbar</translation>
    </message>
    <message numerus="yes">
      <location filename="cli/past_sales.py" />
      <source>Not usable: {n} line, {amount}.</source>
      <comment>Not usable: {n} lines, {amount}.</comment>
      <translation>
        <numerusform>Nicht verwendbar: {n} Zeile, {amount}.</numerusform>
        <numerusform>Nicht verwendbar: {n} Zeilen, {amount}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/settings/carrier_list.py" />
      <source>Not used</source>
      <translation>Nicht genutzt</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/exceptions/columns.py" />
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/shifts/columns.py" />
      <location filename="ui/sign_off_detail.py" />
      <location filename="ui/till/page.py" />
      <location filename="ui/till/sale/note_panel.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <location filename="ui/till/sale/note_panel.py" />
      <source>Note for a line</source>
      <translation>Notiz zur Position</translation>
    </message>
    <message>
      <location filename="ui/till/entry_keys.py" />
      <source>Note for the chosen line</source>
      <translation>Notiz zur gewählten Position</translation>
    </message>
    <message>
      <location filename="ui/preferences/preview.py" />
      <source>Notebook</source>
      <translation>Notizbuch</translation>
    </message>
    <message>
      <location filename="ui/reports/tables.py" />
      <source>Nothing came back</source>
      <translation>Nichts kam zurück</translation>
    </message>
    <message>
      <location filename="ui/inventory/view.py" />
      <source>Nothing chosen</source>
      <translation>Nichts ausgewählt</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/items.py" />
      <source>Nothing chosen yet</source>
      <translation>Noch nichts ausgewählt</translation>
    </message>
    <message>
      <location filename="ui/counts/lines.py" />
      <source>Nothing differs</source>
      <translation>Keine Differenzen</translation>
    </message>
    <message>
      <location filename="ui/timeline/dialog.py" />
      <source>Nothing has been changed yet</source>
      <translation>Noch nichts geändert</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <source>Nothing has been signed off yet</source>
      <translation>Noch ist nichts abgezeichnet</translation>
    </message>
    <message>
      <location filename="ui/start/day_part.py" />
      <source>Nothing has been sold for a week.</source>
      <translation>Seit einer Woche wurde nichts verkauft.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing has the code {code}, and its check digit is wrong: it was misread. Scan it again.</source>
      <translation>Kein Artikel hat den Code {code}, und die Prüfziffer stimmt nicht: Er wurde falsch gelesen. Bitte noch einmal scannen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing has the code {code}. Look for it by its name, or ask a manager.</source>
      <translation>Kein Artikel hat den Code {code}. Bitte nach dem Namen suchen oder die Leitung fragen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing has the number {item} of this label. Find it by its name, or ask a manager.</source>
      <translation>Nichts hat die Nummer {item} dieses Etiketts. Suchen Sie es mit seinem Namen, oder fragen Sie die Leitung.</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_labels.py" />
      <source>Nothing has this class yet. Managers give it to categories and products.</source>
      <translation>Noch hat nichts diese Klasse. Manager geben sie Kategorien und Artikeln.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>Nothing has this code, and its check digit is wrong: it was misread. Scan it again.</source>
      <translation>Kein Artikel hat diesen Code, und die Prüfziffer stimmt nicht: Er wurde falsch gelesen. Bitte noch einmal scannen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>Nothing has this code. Look for it by its name, or ask a manager.</source>
      <translation>Kein Artikel hat diesen Code. Bitte nach dem Namen suchen oder die Leitung fragen.</translation>
    </message>
    <message>
      <location filename="ui/settings/changes.py" />
      <source>Nothing here has been changed yet.</source>
      <translation>Hier wurde noch nichts geändert.</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/empty.py" />
      <source>Nothing here matches “{words}”</source>
      <translation>Hier keine Treffer für „{words}“</translation>
    </message>
    <message>
      <location filename="ui/till/price_check.py" />
      <source>Nothing is added to the sale.</source>
      <translation>Dem Verkauf wird nichts hinzugefügt.</translation>
    </message>
    <message>
      <location filename="ui/start/view.py" />
      <source>Nothing is at or below its reorder point.</source>
      <translation>Nichts hat seinen Meldebestand erreicht.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/journal/detail.py" />
      <source>Nothing is chosen</source>
      <translation>Nichts ist gewählt</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing is chosen. Choose what comes back.</source>
      <translation>Nichts ist gewählt. Bitte wählen, was zurückkommt.</translation>
    </message>
    <message>
      <location filename="ui/counts/lines.py" />
      <source>Nothing is counted yet</source>
      <translation>Noch nichts gezählt</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing is counted yet.</source>
      <translation>Es ist noch nichts gezählt.</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>Nothing is deleted</source>
      <translation>Nichts ist gelöscht</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>Nothing is delivered yet</source>
      <translation>Noch nichts zugestellt</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>Nothing is encrypted. Use this only for a mail server on this computer or in your own network; no password is sent to any other server.</source>
      <translation>Nichts wird verschlüsselt. Verwenden Sie dies nur für einen Mailserver auf diesem Computer oder in Ihrem eigenen Netzwerk; an andere Server wird kein Passwort gesendet.</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>Nothing is left to confirm</source>
      <translation>Nichts mehr zu bestätigen</translation>
    </message>
    <message>
      <location filename="ui/counts/lines.py" />
      <source>Nothing is left to count</source>
      <translation>Nichts mehr zu zählen</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>Nothing is left to ship</source>
      <translation>Nichts mehr zu versenden</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Nothing is low</source>
      <translation>Kein Artikel ist knapp</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>Nothing is on its way</source>
      <translation>Nichts unterwegs</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>Nothing is on sale</source>
      <translation>Nichts ist im Verkauf</translation>
    </message>
    <message>
      <location filename="ui/catalog/view.py" />
      <location filename="ui/inventory/labels.py" />
      <source>Nothing is on sale yet</source>
      <translation>Noch nichts im Verkauf</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing is ordered yet. Type a name, or scan a product.</source>
      <translation>Die Bestellung ist noch leer. Bitte einen Namen eingeben oder einen Artikel scannen.</translation>
    </message>
    <message>
      <location filename="ui/inventory/low_stock.py" />
      <source>Nothing is running out</source>
      <translation>Kein Artikel geht zur Neige</translation>
    </message>
    <message>
      <location filename="ui/inventory/low_stock.py" />
      <source>Nothing is sold out</source>
      <translation>Kein Artikel ist ausverkauft</translation>
    </message>
    <message>
      <location filename="ui/shifts/labels.py" />
      <source>Nothing is to be approved</source>
      <translation>Nichts ist freizugeben</translation>
    </message>
    <message>
      <location filename="ui/start/view.py" />
      <source>Nothing is waiting to be shipped.</source>
      <translation>Nichts wartet auf den Versand.</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/empty.py" />
      <source>Nothing matches the filters above</source>
      <translation>Keine Treffer mit den Filtern oben</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/palette.py" />
      <location filename="ui/kit/forms/choice_list.py" />
      <location filename="ui/kit/lists/empty.py" />
      <source>Nothing matches “{words}”</source>
      <translation>Keine Treffer für „{words}“</translation>
    </message>
    <message>
      <location filename="ui/item_search/popup.py" />
      <source>Nothing matches. Try fewer letters or a category.</source>
      <translation>Keine Treffer. Versuchen Sie weniger Buchstaben oder eine Kategorie.</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/form_dialog.py" />
      <source>Nothing of this is on sale now.</source>
      <translation>Davon ist zurzeit nichts im Verkauf.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing of this picture is seen on white paper. Choose one with dark colors.</source>
      <translation>Auf weißem Papier ist von diesem Bild nichts zu sehen. Wählen Sie eines mit dunklen Farben.</translation>
    </message>
    <message>
      <location filename="ui/reports/tables.py" />
      <source>Nothing of this was in stock</source>
      <translation>Nichts davon war auf Lager</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing on the network is called {printer}. Check the address.</source>
      <translation>Im Netz heißt nichts {printer}. Die Adresse prüfen.</translation>
    </message>
    <message>
      <location filename="ui/orders/order_sheet.py" />
      <source>Nothing ordered yet</source>
      <translation>Noch nichts bestellt</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Nothing plays sounds on this computer, so the frame that flashes is stronger.</source>
      <translation>Auf diesem Computer gibt nichts Töne wieder; darum leuchtet der Rahmen stärker auf.</translation>
    </message>
    <message>
      <location filename="ui/orders/packing_bench.py" />
      <source>Nothing shipped yet</source>
      <translation>Noch nichts versendet</translation>
    </message>
    <message>
      <location filename="ui/till/open_returns/chosen_lines.py" />
      <source>Nothing that was sold in the last 90 days matches.</source>
      <translation>Nichts, was in den letzten 90 Tagen verkauft wurde, passt dazu.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing was changed.</source>
      <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing was cleared and no order was canceled: the store's clock has jumped. It is trusted again after three days without a jump.</source>
      <translation>Es wurde nichts aufgeräumt und keine Bestellung storniert: Die Uhr des Ladens ist gesprungen. Nach drei Tagen ohne Sprung gilt sie wieder als zuverlässig.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing was moved, and the store is where it was: {what}.</source>
      <translation>Der Laden wurde nicht umgezogen und bleibt, wo er war: {what}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing was restored: {what}.</source>
      <translation>Es wurde nichts wiederhergestellt: {what}.</translation>
    </message>
    <message>
      <location filename="ui/reports/tables.py" />
      <source>Nothing was sold</source>
      <translation>Nichts verkauft</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing was sold at this till yet.</source>
      <translation>An dieser Kasse wurde noch nichts verkauft.</translation>
    </message>
    <message>
      <location filename="ui/reports/tables.py" />
      <source>Nothing was sold by a promotion</source>
      <translation>Nichts wurde in einer Preisaktion verkauft</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing was sold or taken back in this line.</source>
      <translation>In dieser Zeile wurde nichts verkauft oder zurückgenommen.</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>Nothing was taken off sale</source>
      <translation>Nichts wurde aus dem Verkauf genommen</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Nothing would change. Type how many pieces to add or take away.</source>
      <translation>Es würde sich nichts ändern. Bitte eingeben, wie viele Stück hinzukommen oder wegfallen.</translation>
    </message>
    <message>
      <location filename="ui/importing/changes.py" />
      <location filename="ui/importing/unset.py" />
      <location filename="ui/inventory/ticked.py" />
      <location filename="ui/settings/taxes.py" />
      <source>Now</source>
      <translation>Jetzt</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/entry_controller.py" />
      <source>Now scan it: {count} piece.</source>
      <comment>Now scan it: {count} pieces.</comment>
      <translation>
        <numerusform>Jetzt scannen: {count} Stück.</numerusform>
        <numerusform>Jetzt scannen: {count} Stück.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/inventory/stock_form.py" />
      <source>Now scan the product. Quantity: {n}</source>
      <translation>Jetzt den Artikel scannen. Menge: {n}</translation>
    </message>
    <message>
      <location filename="documents/gift_cards.py" />
      <location filename="ui/journal/columns.py" />
      <location filename="ui/journal/detail.py" />
      <location filename="ui/reports/order_part.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <location filename="ui/scale_labels.py" />
      <source>Number of {digits} digits, check digit, price</source>
      <translation>Nummer mit {digits} Ziffern, Prüfziffer, Preis</translation>
    </message>
    <message>
      <location filename="ui/scale_labels.py" />
      <source>Number of {digits} digits, check digit, weight in grams</source>
      <translation>Nummer mit {digits} Ziffern, Prüfziffer, Gewicht in Gramm</translation>
    </message>
    <message>
      <location filename="ui/scale_labels.py" />
      <source>Number of {digits} digits, price</source>
      <translation>Nummer mit {digits} Ziffern, Preis</translation>
    </message>
    <message>
      <location filename="ui/scale_labels.py" />
      <source>Number of {digits} digits, weight in grams</source>
      <translation>Nummer mit {digits} Ziffern, Gewicht in Gramm</translation>
    </message>
    <message>
      <location filename="ui/kit/forms/number_pad.py" />
      <source>Number pad</source>
      <translation>Ziffernblock</translation>
    </message>
    <message>
      <location filename="ui/scale_labels.py" />
      <source>Number {item}, price {price}</source>
      <translation>Nummer {item}, Preis {price}</translation>
    </message>
    <message>
      <location filename="ui/scale_labels.py" />
      <source>Number {item}, {weight} kg</source>
      <translation>Nummer {item}, {weight} kg</translation>
    </message>
    <message>
      <location filename="ui/till/returns/find_receipt.py" />
      <source>Number, customer, article</source>
      <translation>Nummer, Kunde, Artikel</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/find_order.py" />
      <source>Number, customer, telephone</source>
      <translation>Nummer, Kunde, Telefon</translation>
    </message>
    <message>
      <location filename="ui/settings/carrier_list.py" />
      <source>Numbers</source>
      <translation>Nummern</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>ORD-2026-000123, 1Z999AA10123456784</source>
      <translation>ORD-2026-000123, 1Z999AA10123456784</translation>
    </message>
    <message>
      <location filename="ui/preferences/preview.py" />
      <source>Oat soap</source>
      <translation>Haferseife</translation>
    </message>
    <message>
      <location filename="ui/reports/discount_columns.py" />
      <source>Of returns</source>
      <translation>Aus Rückgaben</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Of these, goods that do not go back to the shelf</source>
      <translation>Davon Ware, die nicht ins Regal zurückgeht</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Of {name}, only {left} can still come back.</source>
      <translation>Von {name} ist die Rückgabe nur noch für {left} Stück möglich.</translation>
    </message>
    <message>
      <location filename="ui/kit/forms/switch.py" />
      <source>Off</source>
      <translation>Aus</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/form_dialog.py" />
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <source>Offer</source>
      <translation>Angebot</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <source>Office: without a shift</source>
      <translation>Büro: ohne Schicht</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>Old e-mails</source>
      <translation>Alte E-Mails</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Old e-mails given up</source>
      <translation>Alte E-Mails aufgegeben</translation>
    </message>
    <message>
      <location filename="ui/kit/forms/switch.py" />
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>On</source>
      <translation>Ein</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <location filename="ui/catalog/editor.py" />
      <location filename="ui/inventory/columns.py" />
      <location filename="ui/inventory/ledger.py" />
      <location filename="ui/inventory/levels.py" />
      <location filename="ui/preferences/preview.py" />
      <location filename="ui/reports/stock_columns.py" />
      <source>On hand</source>
      <translation>Vorhanden</translation>
    </message>
    <message>
      <location filename="ui/catalog/form.py" />
      <source>On hand now</source>
      <translation>Jetzt vorhanden</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>On hold until the order is shipped again.</source>
      <translation>Zurückgehalten, bis die Bestellung erneut versendet wird.</translation>
    </message>
    <message>
      <location filename="documents/gift_cards.py" />
      <source>On it</source>
      <translation>Darauf</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/form_dialog.py" />
      <source>On sale and cheaper then: {lowered} of {count}</source>
      <translation>Im Verkauf und dann günstiger: {lowered} von {count}</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>On the customer display while nothing is sold, in place of the store's name.</source>
      <translation>Auf der Kundenanzeige, solange nichts verkauft wird, statt des Namens des Ladens.</translation>
    </message>
    <message>
      <location filename="ui/item_search/search_frame.py" />
      <source>On the shelf</source>
      <translation>Vorrätig</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_panel.py" />
      <source>On the terminal</source>
      <translation>Am Terminal</translation>
    </message>
    <message>
      <location filename="cli/terminal.py" />
      <source>Once more: </source>
      <translation>Noch einmal: </translation>
    </message>
    <message>
      <location filename="mails/verification.html" />
      <source>One click, and your account is ready</source>
      <translation>Ein Klick, und Ihr Konto ist bereit</translation>
    </message>
    <message>
      <location filename="ui/orders/printing.py" />
      <source>One document, pick list first.</source>
      <translation>Ein Dokument, Pickliste zuerst.</translation>
    </message>
    <message>
      <location filename="ui/till/entry_keys.py" />
      <source>One fewer of it</source>
      <translation>Menge um eins verringern</translation>
    </message>
    <message>
      <location filename="ui/till/page.py" />
      <location filename="ui/till/returns/return_lines.py" />
      <source>One less</source>
      <translation>Eins weniger</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_controller.py" />
      <location filename="ui/till/checkout/terminal_panel.py" />
      <source>One moment…</source>
      <translation>Einen Moment …</translation>
    </message>
    <message>
      <location filename="ui/till/page.py" />
      <location filename="ui/till/returns/return_lines.py" />
      <source>One more</source>
      <translation>Eins mehr</translation>
    </message>
    <message>
      <location filename="ui/till/entry_keys.py" />
      <source>One more of the chosen line</source>
      <translation>Menge der gewählten Position um eins erhöhen</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>One of these codes is in use already. Look again.</source>
      <translation>Einer dieser Codes ist schon vergeben. Bitte noch einmal prüfen.</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>One parcel per line: order number and tracking number.</source>
      <translation>Ein Paket pro Zeile: Bestellnummer und Sendungsnummer.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>One person sends at most {most} receipts by e-mail in an hour. Print this one, or try again later.</source>
      <translation>Eine Person schickt höchstens {most} Belege in einer Stunde per E-Mail. Drucken Sie diesen, oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>One return</source>
      <translation>Eine Rücknahme</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>One that StoreDesk writes to itself cuts, opens the drawer and says when its paper is out. Its roll is chosen here too.</source>
      <translation>Einer, an den StoreDesk selbst schreibt, schneidet ab, öffnet die Kassenlade und sagt, wenn sein Papier zu Ende ist. Auch seine Rolle wird hier gewählt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only a canceled order has a reason for its cancellation.</source>
      <translation>Nur eine stornierte Bestellung hat einen Stornogrund.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only a manager can allow this. Use a manager's login.</source>
      <translation>Das kann nur die Leitung erlauben. Bitte einen Anmeldenamen der Leitung verwenden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only a manager can post a count that differs by more than {pieces} pieces of a product, or by more than {amount:money} in all.</source>
      <translation>Nur die Leitung kann eine Inventur buchen, die um mehr als {pieces} Stück bei einem Artikel oder um mehr als {amount:money} insgesamt abweicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only a shipped order has a tracking number.</source>
      <translation>Nur eine versendete Bestellung hat eine Sendungsnummer.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only a store that was made as a demo has the simulator of a card terminal.</source>
      <translation>Nur ein Laden, der als Demo angelegt wurde, hat den Simulator eines Kartenterminals.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only a store that was made as a demo has the simulator of a fiscal signer.</source>
      <translation>Nur ein Laden, der als Demo angelegt wurde, hat den Simulator eines Signierers.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only a superuser of the server can make or upgrade a store.</source>
      <translation>Nur ein Superuser des Servers kann einen Laden anlegen oder aktualisieren.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only an e-mail that failed and is still needed can be tried again.</source>
      <translation>Nur eine fehlgeschlagene E-Mail, die noch gebraucht wird, kann erneut versucht werden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only an e-mail that was sent can be sent again.</source>
      <translation>Nur eine gesendete E-Mail kann noch einmal gesendet werden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only cash gives change.</source>
      <translation>Rückgeld gibt es nur bei Barzahlung.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only cash gives change: {total:money} is to pay.</source>
      <translation>Rückgeld gibt es nur bei Barzahlung: {total:money} sind zu zahlen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only managers say what products cost. Receive them without a cost.</source>
      <translation>Nur die Leitung legt fest, was Artikel im Einkauf kosten. Bitte ohne Einkaufspreis annehmen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only money that belongs to no sale is noted as given back here.</source>
      <translation>Hier wird nur Geld als zurückgegeben vermerkt, das zu keinem Verkauf gehört.</translation>
    </message>
    <message>
      <location filename="ui/importing/changes.py" />
      <source>Only new products would be added.</source>
      <translation>Es kämen nur neue Artikel hinzu.</translation>
    </message>
    <message>
      <location filename="ui/sign_in_history.py" />
      <source>Only sign-ins with StoreDesk are recorded, and kept for 400 days. A wrong password is refused by the server before StoreDesk hears of it.</source>
      <translation>Verzeichnet werden nur Anmeldungen mit StoreDesk; sie bleiben 400 Tage. Ein falsches Passwort weist der Server ab, bevor StoreDesk davon erfährt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only somebody who works in this shift, or a manager, lets others in.</source>
      <translation>Nur wer in dieser Schicht arbeitet oder zur Leitung gehört, kann andere aufnehmen.</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_dialogs.py" />
      <source>Only staff see it. Receipts show the name of the tax.</source>
      <translation>Nur Mitarbeiter sehen ihn. Auf Belegen steht der Name der Steuer.</translation>
    </message>
    <message>
      <location filename="ui/counts/new_count.py" />
      <source>Only what is scanned</source>
      <translation>Nur was gescannt wird</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only {available} can be taken: {reserved} are reserved.</source>
      <translation>Verfügbar: nur {available} Stück, reserviert: {reserved}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only {left:money} can be refunded: no more was paid.</source>
      <translation>Es können nur {left:money} erstattet werden: Mehr wurde nicht bezahlt.</translation>
    </message>
    <message>
      <location filename="ui/orders/order_sheet.py" />
      <source>Only {n} left</source>
      <translation>Nur noch {n} verfügbar</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Only {open:money} is open. A deposit is less than that; take the rest instead.</source>
      <translation>Offen sind nur {open:money}. Eine Anzahlung ist weniger; nehmen Sie stattdessen den Rest.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/shifts/labels.py" />
      <location filename="ui/shifts/view.py" />
      <source>Open</source>
      <translation>Offen</translation>
    </message>
    <message>
      <location filename="ui/counts/lines.py" />
      <source>Open Review to see the differences, then post the count.</source>
      <translation>Öffnen Sie „Prüfen“, um die Differenzen zu sehen, und buchen Sie dann die Inventur.</translation>
    </message>
    <message>
      <location filename="ui/counts/view.py" />
      <source>Open a count first, or start a new one.</source>
      <translation>Öffnen Sie zuerst eine Inventur, oder starten Sie eine neue.</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>Open a file</source>
      <translation>Datei öffnen</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <source>Open a join file</source>
      <translation>Verbindungsdatei öffnen</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>Open a list of parcels</source>
      <translation>Liste der Pakete öffnen</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Open a shift at this till first.</source>
      <translation>Bitte zuerst an dieser Kasse eine Schicht öffnen.</translation>
    </message>
    <message>
      <location filename="ui/first_run/progress.py" />
      <source>Open and check the backup</source>
      <translation>Sicherung öffnen und prüfen</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Open and close a shift</source>
      <translation>Schicht öffnen und schließen</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <source>Open baskets</source>
      <translation>Offene Warenkörbe</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/shift_controller.py" />
      <source>Open it with what is in the drawer.</source>
      <translation>Öffnen Sie sie mit dem Betrag in der Kassenlade.</translation>
    </message>
    <message>
      <location filename="ui/health/rule_lines.py" />
      <location filename="ui/outbox/detail.py" />
      <source>Open the customer</source>
      <translation>Zum Kunden</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/open_drawer.py" />
      <source>Open the drawer with its key. That it was opened without a sale is written down, with your name and the reason.</source>
      <translation>Öffnen Sie die Kassenlade mit ihrem Schlüssel. Dass sie ohne Verkauf geöffnet wurde, wird mit Ihrem Namen und dem Grund festgehalten.</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <location filename="ui/till/shifts/open_drawer.py" />
      <source>Open the drawer without a sale</source>
      <translation>Kassenlade ohne Verkauf öffnen</translation>
    </message>
    <message>
      <location filename="ui/shell/person.py" />
      <location filename="ui/shell/shortcuts.py" />
      <source>Open the handbook</source>
      <translation>Handbuch öffnen</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <source>Open the join file of your store's server, or drop it here. The server's administrator has the file, and knows what to type without it.</source>
      <translation>Öffnen Sie die Verbindungsdatei vom Server Ihres Ladens oder ziehen Sie sie hierher. Der Administrator des Servers hat die Datei und weiß, was ohne sie einzugeben ist.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/exceptions/view.py" />
      <location filename="ui/health/rule_lines.py" />
      <location filename="ui/outbox/detail.py" />
      <source>Open the order</source>
      <translation>Zur Bestellung</translation>
    </message>
    <message>
      <location filename="ui/outbox/view.py" />
      <source>Open the order or customer</source>
      <translation>Zur Bestellung oder zum Kunden</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>Open the outbox</source>
      <translation>Postausgang öffnen</translation>
    </message>
    <message>
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/health/rule_lines.py" />
      <source>Open the product</source>
      <translation>Artikel öffnen</translation>
    </message>
    <message>
      <location filename="ui/journal/detail.py" />
      <location filename="ui/journal/view.py" />
      <source>Open the record</source>
      <translation>Datensatz öffnen</translation>
    </message>
    <message>
      <location filename="ui/till/page.py" />
      <location filename="ui/till/shifts/open_shift.py" />
      <location filename="ui/till/shifts/shift_controller.py" />
      <source>Open the shift</source>
      <translation>Schicht öffnen</translation>
    </message>
    <message>
      <location filename="ui/customers/duplicates.py" />
      <source>Open this customer</source>
      <translation>Diesen Kunden öffnen</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>Open your store</source>
      <translation>Ihren Laden öffnen</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <source>Open, join or close the shift</source>
      <translation>Schicht: öffnen, beitreten oder schließen</translation>
    </message>
    <message>
      <location filename="ui/shifts/columns.py" />
      <location filename="ui/shifts/figures.py" />
      <location filename="ui/shifts/filters.py" />
      <source>Opened</source>
      <translation>Geöffnet</translation>
    </message>
    <message>
      <location filename="ui/shifts/columns.py" />
      <source>Opened by</source>
      <translation>Geöffnet von</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/close_shift.py" />
      <source>Opened by {who}, {when}.</source>
      <translation>Geöffnet von {who}, {when}.</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/close_shift.py" />
      <source>Opened by {who}, {when}. Count the drawer: notes and coins.</source>
      <translation>Geöffnet von {who}, {when}. Zählen Sie die Kassenlade: Scheine und Münzen.</translation>
    </message>
    <message>
      <location filename="documents/drawer_lines.py" />
      <location filename="ui/cash_ledger.py" />
      <location filename="ui/shifts/figures.py" />
      <source>Opened without a sale</source>
      <translation>Ohne Verkauf geöffnet</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Opening the drawer more than {most} times in a shift without a sale needs a manager.</source>
      <translation>Die Kassenlade in einer Schicht öfter als {most}-mal ohne Verkauf zu öffnen, braucht die Leitung.</translation>
    </message>
    <message>
      <location filename="ui/first_run/view.py" />
      <source>Opening your store</source>
      <translation>Ihr Laden wird geöffnet</translation>
    </message>
    <message>
      <location filename="ui/start/day_part.py" />
      <source>Opens the orders</source>
      <translation>Öffnet die Bestellungen</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Operation not permitted</source>
      <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
      <location filename="documents/low_stock.py" />
      <location filename="ui/cash_ledger.py" />
      <location filename="ui/customers/card.py" />
      <location filename="ui/exceptions/columns.py" />
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/orders/bulk_shipping.py" />
      <location filename="ui/orders/packing_bench.py" />
      <location filename="ui/orders/queues.py" />
      <location filename="ui/outbox/columns.py" />
      <location filename="ui/outbox/detail.py" />
      <location filename="ui/till/collecting/find_order.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Order</source>
      <translation>Bestellung</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <source>Order</source>
      <comment>on a key</comment>
      <translation>Bestellung</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/mail_labels.py" />
      <location filename="ui/outbox/labels.py" />
      <source>Order canceled</source>
      <translation>Bestellung storniert</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/outbox/labels.py" />
      <source>Order confirmation</source>
      <translation>Bestellbestätigung</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Order number</source>
      <translation>Bestellnummer</translation>
    </message>
    <message>
      <location filename="ui/mail_labels.py" />
      <source>Order paid</source>
      <translation>Bestellung bezahlt</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/mail_labels.py" />
      <location filename="ui/outbox/labels.py" />
      <source>Order shipped</source>
      <translation>Bestellung versendet</translation>
    </message>
    <message>
      <location filename="documents/packing_slips.py" />
      <location filename="mails/order.txt" />
      <location filename="mails/order_confirmation.html" />
      <location filename="mails/parts.html" />
      <source>Order {number}</source>
      <translation>Bestellung {number}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Order {number} already waits to be shipped again.</source>
      <translation>Bestellung {number} wartet schon darauf, erneut versendet zu werden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Order {number} does not add up: {differs} is {found}, not {wanted}.</source>
      <translation>Bestellung {number} geht nicht auf: {differs} ist {found}, nicht {wanted}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Order {number} is already paid: take no money for it.</source>
      <translation>Bestellung {number} ist schon bezahlt: Bitte kein Geld dafür annehmen.</translation>
    </message>
    <message>
      <location filename="mails/order_cancelled.html" />
      <source>Order {number} is canceled</source>
      <translation>Bestellung {number} ist storniert</translation>
    </message>
    <message>
      <location filename="mails/order_cancelled.html" />
      <location filename="mails/order_cancelled.txt" />
      <source>Order {number} is canceled. Nothing will be shipped.</source>
      <translation>Die Bestellung {number} ist storniert. Es wird nichts versendet.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Order {number} is paid, so nothing of it can be undone. Take it back as a return.</source>
      <translation>Bestellung {number} ist bezahlt, daran lässt sich nichts mehr rückgängig machen. Nehmen Sie sie als Retoure zurück.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Order {number} is {was:state} and cannot become {becomes:state}.</source>
      <translation>Bestellung {number} ist {was:state} und kann nicht in den Status „{becomes:state}“ wechseln.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Order {number} is {was:state}: its address can no longer be changed.</source>
      <translation>Bestellung {number} ist {was:state}: Die Adresse lässt sich nicht mehr ändern.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Order {number} is {was:state}: its tracking number can no longer be changed.</source>
      <translation>Bestellung {number} ist {was:state}: Die Sendungsnummer lässt sich nicht mehr ändern.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Order {number} is {was:state}: nothing of it is paid or collected any more.</source>
      <translation>Bestellung {number} ist {was:state}: Daran ist nichts mehr zu zahlen oder abzuholen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Order {number} is {was:state}: only a shipped order can be recalled.</source>
      <translation>Bestellung {number} ist {was:state}: Nur eine versendete Bestellung lässt sich zurückholen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Order {number} is {was:state}: only what was shipped or handed over can be returned.</source>
      <translation>Bestellung {number} ist {was:state}: Nur Versendetes oder Übergebenes kann zurückgegeben werden.</translation>
    </message>
    <message>
      <location filename="documents/fiscal_words.py" />
      <source>Order {number} of {when} has no fiscal record. It belongs to {register}.</source>
      <translation>Bestellung {number} vom {when} hat keinen Kassensatz. Sie gehört zu {register}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Order {number} was not shipped, so all of it goes back to the shelf.</source>
      <translation>Bestellung {number} wurde nicht versendet, daher geht alles zurück ins Regal.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Order {number} was not shipped. Ship it first.</source>
      <translation>Bestellung {number} wurde nicht versendet. Bitte zuerst versenden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Order {number} was shipped on an earlier day, or its customer was already notified. Take it back as a return.</source>
      <translation>Bestellung {number} wurde an einem früheren Tag versendet, oder der Kunde wurde schon benachrichtigt. Bitte als Rückgabe zurücknehmen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Order {value} was imported before.</source>
      <translation>Bestellung {value} wurde schon einmal importiert.</translation>
    </message>
    <message>
      <location filename="documents/low_stock.py" />
      <source>Order: what sold in 30 days and what is missing to the threshold.</source>
      <translation>Bestellung: Verkauf aus 30 Tagen plus die Menge, die bis zum Meldebestand fehlt.</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <location filename="ui/customers/view.py" />
      <location filename="ui/first_run/restored.py" />
      <location filename="ui/importing/past_sales.py" />
      <location filename="ui/inventory/ledger.py" />
      <location filename="ui/orders/queues.py" />
      <location filename="ui/orders/receipts.py" />
      <location filename="ui/orders/slip_printing.py" />
      <location filename="ui/orders/view.py" />
      <location filename="ui/reports/columns.py" />
      <location filename="ui/reports/discount_columns.py" />
      <location filename="ui/settings/rules.py" />
      <location filename="ui/shell/pages.py" />
      <location filename="ui/shifts/figures.py" />
      <location filename="ui/start/day_part.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Orders</source>
      <translation>Bestellungen</translation>
    </message>
    <message>
      <location filename="ui/health/rule_lines.py" />
      <source>Orders and payments</source>
      <translation>Bestellungen und Zahlungen</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Orders are numbered one by one, without a gap.</source>
      <translation>Bestellungen werden fortlaufend und ohne Lücke nummeriert.</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/find_order.py" />
      <source>Orders found</source>
      <translation>Gefundene Bestellungen</translation>
    </message>
    <message>
      <location filename="ui/reports/order_part.py" />
      <source>Orders of the report</source>
      <translation>Bestellungen des Berichts</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>Orders of which a part is paid are listed here until the rest is.</source>
      <translation>Teilweise bezahlte Bestellungen stehen hier, bis der Rest bezahlt ist.</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>Orders that are not paid yet are listed here.</source>
      <translation>Hier stehen Bestellungen, die noch nicht bezahlt sind.</translation>
    </message>
    <message>
      <location filename="ui/orders/packing_bench.py" />
      <source>Orders you ship are listed here.</source>
      <translation>Hier stehen die Bestellungen, die Sie versenden.</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <source>Orders {first} to {last}</source>
      <translation>Bestellungen {first} bis {last}</translation>
    </message>
    <message>
      <location filename="ui/reports/view.py" />
      <source>Orders: {row}</source>
      <translation>Bestellungen: {row}</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Other column</source>
      <translation>Andere Spalte</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Other registers use the drawer of {register}, so it has to keep its own.</source>
      <translation>Andere Kassen benutzen die Kassenlade von {register}, daher muss diese Kasse ihre eigene behalten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Other windows still use this store. Close them first.</source>
      <translation>Andere Fenster benutzen diesen Laden noch. Bitte diese zuerst schließen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Others on this computer can open {folder}. Make it private (mode 0700).</source>
      <translation>Andere auf diesem Computer können {folder} öffnen. Bitte den Zugriff auf das eigene Konto beschränken (Modus 0700).</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>Otherwise a new product is a draft, until somebody puts it on sale.</source>
      <translation>Sonst ist ein neuer Artikel ein Entwurf, bis ihn jemand in den Verkauf nimmt.</translation>
    </message>
    <message>
      <location filename="ui/till/open_returns/cash_or_credit.py" />
      <location filename="ui/till/open_returns/taking.py" />
      <source>Out of the drawer</source>
      <translation>Aus der Kassenlade</translation>
    </message>
    <message>
      <location filename="ui/till/open_returns/cash_or_credit.py" />
      <source>Out of the drawer, approved a second time</source>
      <translation>Aus der Kassenlade, zweite Freigabe nötig</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>Out of use</source>
      <translation>Außer Gebrauch</translation>
    </message>
    <message>
      <location filename="ui/health/view.py" />
      <location filename="ui/outbox/settings.py" />
      <location filename="ui/outbox/view.py" />
      <location filename="ui/shell/pages.py" />
      <location filename="ui/start/view.py" />
      <source>Outbox</source>
      <translation>Postausgang</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Outside an open shift of yours, a return needs a manager.</source>
      <translation>Ohne eigene offene Schicht ist für eine Rückgabe die Leitung nötig.</translation>
    </message>
    <message>
      <location filename="documents/drawer_lines.py" />
      <location filename="ui/shifts/figures.py" />
      <source>Owed on gift cards</source>
      <translation>Offen auf Gutscheinen</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Own dates</source>
      <translation>Eigene Tage</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Own use</source>
      <translation>Eigenbedarf</translation>
    </message>
    <message>
      <location filename="ui/sign_in/lock_page.py" />
      <location filename="ui/timeline/fields.py" />
      <source>PIN</source>
      <translation>PIN</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>PIN changed</source>
      <translation>PIN geändert</translation>
    </message>
    <message>
      <location filename="ui/sign_in/lock_page.py" />
      <source>PIN of {name}</source>
      <translation>PIN von {name}</translation>
    </message>
    <message>
      <location filename="ui/settings/logo.py" />
      <source>PNG, JPEG or WebP, at most 5 MB. White around it is cut off.</source>
      <translation>PNG, JPEG oder WebP, höchstens 5 MB. Weißer Rand wird abgeschnitten.</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>POSTAL_CODE</source>
      <translation>PLZ</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>PROFILE</source>
      <translation>PROFIL</translation>
    </message>
    <message>
      <location filename="ui/settings/preview.py" />
      <source>Packing slip</source>
      <translation>Lieferschein</translation>
    </message>
    <message>
      <location filename="documents/packing_slips.py" />
      <source>Packing slip {number}</source>
      <translation>Lieferschein {number}</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Packing slips and pick lists of orders.</source>
      <translation>Lieferscheine und Picklisten von Bestellungen.</translation>
    </message>
    <message>
      <location filename="documents/packing_slips.py" />
      <source>Packing slips {number} and {count} more</source>
      <translation>Lieferschein {number} und {count} weitere</translation>
    </message>
    <message>
      <location filename="ui/orders/printing.py" />
      <source>Packing slips: one page per order, with its number as a barcode</source>
      <translation>Lieferscheine: eine Seite je Bestellung, mit ihrer Nummer als Barcode</translation>
    </message>
    <message>
      <location filename="ui/shell/side_bar.py" />
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/handbook.py" />
      <source>Pages of the handbook</source>
      <translation>Seiten des Handbuchs</translation>
    </message>
    <message>
      <location filename="ui/importing/past_import.py" />
      <location filename="ui/importing/tabs.py" />
      <source>Pages of the import</source>
      <translation>Seiten des Imports</translation>
    </message>
    <message>
      <location filename="documents/customer_display.py" />
      <location filename="ui/till/sale/paid_card.py" />
      <source>Paid</source>
      <translation>Bezahlt</translation>
    </message>
    <message>
      <location filename="ui/till/sale/sale_totals.py" />
      <source>Paid already</source>
      <translation>Schon bezahlt</translation>
    </message>
    <message>
      <location filename="ui/till/sale/paid_card.py" />
      <source>Paid and booked</source>
      <translation>Bezahlt und gebucht</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>Paid and confirmed</source>
      <translation>Bezahlt und bestätigt</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>Paid and confirmed orders are listed here until they are shipped.</source>
      <translation>Hier stehen bezahlte und bestätigte Bestellungen, bis sie versendet sind.</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <source>Paid and kept</source>
      <translation>Summe der Zahlungen</translation>
    </message>
    <message>
      <location filename="ui/till/gift_cards/selling.py" />
      <source>Paid by</source>
      <translation>Bezahlt mit</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/amount_entry.py" />
      <location filename="ui/till/checkout/taken_rows.py" />
      <source>Paid by PayPal</source>
      <translation>Mit PayPal bezahlt</translation>
    </message>
    <message>
      <location filename="documents/return_receipts.py" />
      <source>Paid for {number}</source>
      <translation>Bezahlt {number}</translation>
    </message>
    <message>
      <location filename="documents/drawer_lines.py" />
      <location filename="ui/shifts/figures.py" />
      <source>Paid in</source>
      <translation>Einlagen</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/order_panel.py" />
      <source>Paid in full</source>
      <translation>Ganz bezahlt</translation>
    </message>
    <message>
      <location filename="documents/drawer_lines.py" />
      <location filename="ui/shifts/figures.py" />
      <source>Paid out</source>
      <translation>Entnahmen</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>Paid sales survive a power cut</source>
      <translation>Bezahltes übersteht einen Stromausfall</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/pay_panel.py" />
      <source>Paid: book it</source>
      <translation>Bezahlt: buchen</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <source>Paper: {printer}</source>
      <translation>Papier: {printer}</translation>
    </message>
    <message>
      <location filename="ui/orders/packing_bench.py" />
      <source>Parcel</source>
      <translation>Paket</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>Parcels of the list</source>
      <translation>Pakete der Liste</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <location filename="ui/till/sale/parked.py" />
      <source>Park</source>
      <translation>Parken</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <location filename="ui/till/sale/parked.py" />
      <source>Park the sale</source>
      <translation>Verkauf parken</translation>
    </message>
    <message>
      <location filename="ui/till/sale/parked.py" />
      <source>Park this sale first</source>
      <translation>Diesen Verkauf zuerst parken</translation>
    </message>
    <message>
      <location filename="ui/till/sale/parked.py" />
      <source>Park, then recall</source>
      <translation>Parken, dann fortsetzen</translation>
    </message>
    <message>
      <location filename="ui/till/sale/sale_summary.py" />
      <source>Parked</source>
      <translation>Geparkt</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>Parked at {register}</source>
      <translation>Geparkt an {register}</translation>
    </message>
    <message>
      <location filename="ui/till/sale/parked.py" />
      <source>Parked sales</source>
      <translation>Geparkte Verkäufe</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <source>Part</source>
      <translation>Teil</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Part of a payment given back</source>
      <translation>Teil einer Zahlung zurückgegeben</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <location filename="ui/first_run/restore.py" />
      <location filename="ui/health/backup_dialog.py" />
      <source>Passphrase</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <location filename="ui/health/backup_dialog.py" />
      <source>Passphrase again</source>
      <translation>Passphrase wiederholen</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <location filename="ui/outbox/setup.py" />
      <location filename="ui/preferences/own_badge.py" />
      <location filename="ui/preferences/own_pin.py" />
      <location filename="ui/sign_in/view.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Password</source>
      <translation>Passwort</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>Password again</source>
      <translation>Passwort wiederholen</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Password changed</source>
      <translation>Passwort geändert</translation>
    </message>
    <message>
      <location filename="cli/stores.py" />
      <location filename="cli/terminal.py" />
      <source>Password for {login}</source>
      <translation>Passwort für {login}</translation>
    </message>
    <message>
      <location filename="cli/stores.py" />
      <source>Password for {login} at the shared store</source>
      <translation>Passwort für {login} am gemeinsamen Laden</translation>
    </message>
    <message>
      <location filename="ui/approval_dialog.py" />
      <source>Password or PIN</source>
      <translation>Passwort oder PIN</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Password reset sent</source>
      <translation>Passwort-Link gesendet</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_password.py" />
      <source>Password until now</source>
      <translation>Bisheriges Passwort</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/labels.py" />
      <source>Past</source>
      <translation>Vorbei</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Past its date</source>
      <translation>MHD abgelaufen</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Past sales added</source>
      <translation>Frühere Verkäufe hinzugefügt</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <location filename="ui/importing/past_sales.py" />
      <source>Past sales of another program</source>
      <translation>Frühere Verkäufe eines anderen Programms</translation>
    </message>
    <message>
      <location filename="ui/importing/past_import.py" />
      <source>Past sales of {file}</source>
      <translation>Frühere Verkäufe aus {file}</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>Paste the list above, or open a file.</source>
      <translation>Fügen Sie die Liste oben ein oder öffnen Sie eine Datei.</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <location filename="ui/till/page.py" />
      <source>Pay</source>
      <translation>Bezahlen</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Pay at the till</source>
      <translation>An der Kasse zahlen</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <source>Pay or collect an order</source>
      <translation>Bestellung zahlen oder abholen</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Pay or park the sale on the counter first, then take the order.</source>
      <translation>Kassieren oder parken Sie erst den Verkauf an der Kasse, nehmen Sie dann die Bestellung.</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/order_panel.py" />
      <source>Pay {amount}</source>
      <translation>{amount} zahlen</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/quote_changes.py" />
      <source>Pay {total}</source>
      <translation>{total} bezahlen</translation>
    </message>
    <message>
      <location filename="ui/till/entry_keys.py" />
      <source>Pay, from the empty field</source>
      <translation>Bezahlen, bei leerem Feld</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <location filename="ui/settings/rules.py" />
      <location filename="ui/tender_labels.py" />
      <source>PayPal</source>
      <translation>PayPal</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>PayPal account</source>
      <translation>PayPal-Konto</translation>
    </message>
    <message>
      <location filename="ui/orders/payment.py" />
      <location filename="ui/till/checkout/proofs.py" />
      <source>PayPal's reference</source>
      <translation>PayPal-Referenz</translation>
    </message>
    <message>
      <location filename="ui/orders/payment.py" />
      <source>Payer's e-mail</source>
      <translation>E-Mail des Zahlers</translation>
    </message>
    <message>
      <location filename="ui/orders/payment.py" />
      <source>Payment</source>
      <translation>Zahlung</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <source>Payment method</source>
      <translation>Zahlungsart</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Payment method changed</source>
      <translation>Zahlungsart geändert</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Payment method made the default</source>
      <translation>Zahlungsart als Standard gewählt</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Payment method removed</source>
      <translation>Zahlungsart entfernt</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <source>Payment methods</source>
      <translation>Zahlungsarten</translation>
    </message>
    <message>
      <location filename="ui/orders/payment.py" />
      <source>Payment of {number}</source>
      <translation>Zahlung für {number}</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>Payment {number}</source>
      <translation>Zahlung {number}</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <location filename="ui/reports/columns.py" />
      <location filename="ui/shifts/figures.py" />
      <source>Payments</source>
      <translation>Zahlungen</translation>
    </message>
    <message>
      <location filename="ui/returns/approvals.py" />
      <source>Pays for</source>
      <translation>Bezahlt</translation>
    </message>
    <message>
      <location filename="ui/returns/refund_choice.py" />
      <source>Pays for the sale</source>
      <translation>Bezahlt den Verkauf</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <source>Pays for this sale</source>
      <translation>Bezahlt diesen Kauf</translation>
    </message>
    <message>
      <location filename="ui/returns/refund_choice.py" />
      <source>Pays for what is taken instead</source>
      <translation>Bezahlt die neue Ware</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Pending</source>
      <translation>Offen</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <location filename="ui/shell/pages.py" />
      <location filename="ui/shifts/figures.py" />
      <location filename="ui/timeline/labels.py" />
      <source>People</source>
      <translation>Personen</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>People and settings; neither stock nor money.</source>
      <translation>Personen und Einstellungen; weder Bestand noch Geld.</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>People and their groups</source>
      <translation>Personen und ihre Gruppen</translation>
    </message>
    <message>
      <location filename="ui/first_run/restored.py" />
      <source>People who may sign in</source>
      <translation>Personen, die sich anmelden können</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/labels.py" />
      <source>Percent</source>
      <translation>Prozent</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/labels.py" />
      <source>Percent off</source>
      <translation>Prozent Nachlass</translation>
    </message>
    <message>
      <location filename="ui/reports/question.py" />
      <source>Period</source>
      <translation>Zeitraum</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Period before</source>
      <translation>Zeitraum davor</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Permission denied</source>
      <translation>Keine Berechtigung</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Person</source>
      <translation>Person</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Person added</source>
      <translation>Person angelegt</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Person changed</source>
      <translation>Person geändert</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Person disabled</source>
      <translation>Person gesperrt</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Person enabled</source>
      <translation>Person entsperrt</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <location filename="ui/customers/labels.py" />
      <location filename="ui/customers/view.py" />
      <location filename="ui/settings/store.py" />
      <source>Phone</source>
      <translation>Telefon</translation>
    </message>
    <message>
      <location filename="documents/packing_slips.py" />
      <location filename="documents/pick_lists.py" />
      <source>Pick list</source>
      <translation>Pickliste</translation>
    </message>
    <message>
      <location filename="ui/orders/printing.py" />
      <source>Pick list: what to fetch, shelf by shelf</source>
      <translation>Pickliste: was zu holen ist, Regal für Regal</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Picture for customers</source>
      <translation>Bild für die Kundschaft</translation>
    </message>
    <message>
      <location filename="ui/catalog/conflicts.py" />
      <location filename="ui/catalog/form.py" />
      <location filename="ui/catalog/gallery.py" />
      <source>Pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <location filename="ui/preferences/customer_screen.py" />
      <location filename="ui/settings/logo.py" />
      <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
      <translation>Bilder (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
      <location filename="ui/counts/overview.py" />
      <location filename="ui/orders/past_orders.py" />
      <location filename="ui/orders/queues.py" />
      <location filename="ui/reports/columns.py" />
      <location filename="ui/reports/discount_columns.py" />
      <location filename="ui/reports/order_part.py" />
      <location filename="ui/reports/return_columns.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Pieces</source>
      <translation>Stück</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Pieces of all products that one person finds in a day</source>
      <translation>Stücke aller Artikel, die eine Person an einem Tag findet</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Pieces of one product that one person finds in a day</source>
      <translation>Stücke eines Artikels, die eine Person an einem Tag findet</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Pieces that a count may differ</source>
      <translation>Stücke, um die eine Zählung abweichen darf</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Place and cancel orders</source>
      <translation>Bestellungen anlegen und stornieren</translation>
    </message>
    <message>
      <location filename="ui/orders/view.py" />
      <source>Place the new order unpaid</source>
      <translation>Neue Bestellung unbezahlt anlegen</translation>
    </message>
    <message>
      <location filename="ui/orders/payment.py" />
      <source>Place the order</source>
      <translation>Bestellung anlegen</translation>
    </message>
    <message>
      <location filename="ui/orders/order_sheet.py" />
      <source>Place unpaid</source>
      <translation>Unbezahlt anlegen</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <location filename="ui/orders/past_orders.py" />
      <location filename="ui/orders/queues.py" />
      <location filename="ui/reports/order_part.py" />
      <source>Placed</source>
      <translation>Bestellt</translation>
    </message>
    <message>
      <location filename="documents/packing_slips.py" />
      <source>Placed {moment}</source>
      <translation>Bestellt am {moment}</translation>
    </message>
    <message>
      <location filename="ui/settings/mails.py" />
      <source>Placeholders, filled in each e-mail; a line is left out where there is nothing to fill in:</source>
      <translation>Platzhalter, die in jeder E-Mail gefüllt werden; eine Zeile entfällt, wo es nichts einzusetzen gibt:</translation>
    </message>
    <message>
      <location filename="ui/settings/receipt.py" />
      <source>Placeholders, filled on each receipt; a line is left out where there is nothing to fill in:</source>
      <translation>Platzhalter, die auf jedem Beleg gefüllt werden; eine Zeile entfällt, wo es nichts einzusetzen gibt:</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Play the sound: {sound}</source>
      <translation>Ton abspielen: {sound}</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Play the sounds</source>
      <translation>Töne anhören</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>Playing three months of trade</source>
      <translation>Drei Monate Handel werden durchgespielt</translation>
    </message>
    <message>
      <location filename="mails/verification.html" />
      <location filename="mails/verification.txt" />
      <source>Please confirm that this address is yours. Your account at {store} is then ready.</source>
      <translation>Bitte bestätigen Sie, dass diese Adresse Ihnen gehört. Danach ist Ihr Konto bei {store} bereit.</translation>
    </message>
    <message>
      <location filename="cli/__init__.py" />
      <source>Point of sale and store manager.</source>
      <translation>Kasse und Warenwirtschaft für Ihren Laden.</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <location filename="ui/outbox/setup.py" />
      <location filename="ui/preferences/receipt_printer.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <location filename="ui/counts/view.py" />
      <source>Post</source>
      <translation>Buchen</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Post counts</source>
      <translation>Zählungen buchen</translation>
    </message>
    <message>
      <location filename="ui/counts/posting.py" />
      <location filename="ui/counts/shortcuts.py" />
      <source>Post the count</source>
      <translation>Inventur buchen</translation>
    </message>
    <message>
      <location filename="ui/counts/posting.py" />
      <source>Post the others</source>
      <translation>Übrige buchen</translation>
    </message>
    <message>
      <location filename="ui/counts/posting.py" />
      <source>Post “{name}”</source>
      <translation>„{name}“ buchen</translation>
    </message>
    <message>
      <location filename="ui/counts/posting.py" />
      <source>Post “{name}”?</source>
      <translation>„{name}“ buchen?</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/first_run/new_store.py" />
      <location filename="ui/orders/dialogs.py" />
      <location filename="ui/settings/store.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Postal code</source>
      <translation>Postleitzahl</translation>
    </message>
    <message>
      <location filename="ui/counts/labels.py" />
      <location filename="ui/counts/overview.py" />
      <source>Posted</source>
      <translation>Gebucht</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>PostgreSQL</source>
      <translation>PostgreSQL</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>PostgreSQL does not run as an administrator. Start StoreDesk from an ordinary account.</source>
      <translation>PostgreSQL läuft nicht als Administrator. Bitte StoreDesk unter einem gewöhnlichen Konto starten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>PostgreSQL does not understand line {line} of {file}: {what}. The file is as it was.</source>
      <translation>PostgreSQL versteht Zeile {line} von {file} nicht: {what}. Die Datei ist unverändert.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>PostgreSQL does not understand this connection string: {what}.</source>
      <translation>PostgreSQL versteht diese Verbindungsangabe nicht: {what}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>PostgreSQL is not on this computer. Install storedesk[embedded].</source>
      <translation>PostgreSQL ist nicht auf diesem Computer. Bitte storedesk[embedded] installieren.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>PostgreSQL {server} did not do what was asked: {what}.</source>
      <translation>PostgreSQL {server} hat nicht getan, was verlangt war: {what}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>PostgreSQL {server} does not let its owner in: {what}.</source>
      <translation>PostgreSQL {server} lässt seinen Eigentümer nicht hinein: {what}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>PostgreSQL {server} is too old: it has to be {oldest} or newer.</source>
      <translation>PostgreSQL {server} ist zu alt: {oldest} oder neuer ist nötig.</translation>
    </message>
    <message>
      <location filename="ui/preferences/view.py" />
      <location filename="ui/shell/pages.py" />
      <location filename="ui/shell/person.py" />
      <source>Preferences</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_dialog.py" />
      <source>Press Alt with an arrow key to move the chosen category, or drag it.</source>
      <translation>Verschieben Sie die ausgewählte Kategorie mit Alt und einer Pfeiltaste oder durch Ziehen.</translation>
    </message>
    <message>
      <location filename="ui/outbox/settings.py" />
      <source>Press Ctrl+E to set one up. Waiting e-mails are kept until then.</source>
      <translation>Drücken Sie Strg+E, um einen einzurichten. Wartende E-Mails bleiben bis dahin erhalten.</translation>
    </message>
    <message>
      <location filename="ui/counts/sheet.py" />
      <source>Press Enter to remove the chosen code</source>
      <translation>Mit Enter den ausgewählten Code entfernen</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_dialog.py" />
      <source>Press “New” to add the first one.</source>
      <translation>Drücken Sie „Neu“, um die erste anzulegen.</translation>
    </message>
    <message>
      <location filename="ui/kit/paper/printing.py" />
      <location filename="ui/preferences/preview.py" />
      <location filename="ui/settings/preview.py" />
      <source>Preview</source>
      <translation>Vorschau</translation>
    </message>
    <message>
      <location filename="ui/catalog/conflicts.py" />
      <location filename="ui/catalog/detail.py" />
      <location filename="ui/catalog/form.py" />
      <location filename="ui/catalog/variant_list.py" />
      <location filename="ui/catalog/variant_rows.py" />
      <location filename="ui/catalog/view.py" />
      <location filename="ui/importing/labels.py" />
      <location filename="ui/item_search/search_frame.py" />
      <location filename="ui/orders/past_orders.py" />
      <location filename="ui/preferences/preview.py" />
      <location filename="ui/till/discounts/discount_panel.py" />
      <location filename="ui/till/function_keys.py" />
      <location filename="ui/till/weight_panel.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Price</source>
      <translation>Preis</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Price changed</source>
      <translation>Preis geändert</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <location filename="ui/till/price_check.py" />
      <source>Price check</source>
      <translation>Preisabfrage</translation>
    </message>
    <message>
      <location filename="ui/catalog/conflicts.py" />
      <source>Price difference</source>
      <translation>Preisdifferenz</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>Price match</source>
      <translation>Preisgarantie</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Price of a piece</source>
      <translation>Preis je Stück</translation>
    </message>
    <message>
      <location filename="ui/till/entry_keys.py" />
      <source>Price of the chosen line</source>
      <translation>Preis der gewählten Position</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Price typed at the till</source>
      <translation>Preis an der Kasse eingegeben</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>Price with the discount</source>
      <translation>Preis mit Rabatt</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_labels.py" />
      <source>Prices are without tax; it is added at the till. It is rounded once for each rate on a receipt, half a cent up.</source>
      <translation>Preise sind ohne Steuer; sie kommt an der Kasse hinzu. Gerundet wird einmal je Satz auf einem Beleg, ein halber Cent aufwärts.</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <source>Prices by hand</source>
      <translation>Preise von Hand</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <source>Prices by hand ({count})</source>
      <translation>Preise von Hand ({count})</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/quote_changes.py" />
      <source>Prices have changed</source>
      <translation>Preise haben sich geändert</translation>
    </message>
    <message>
      <location filename="ui/orders/new_order.py" />
      <source>Prices have changed. See the lines, then place the order again.</source>
      <translation>Preise haben sich geändert. Prüfen Sie die Positionen und legen Sie die Bestellung dann erneut an.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/amount_due.py" />
      <source>Prices held until {time}</source>
      <translation>Preise gelten bis {time}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Prices in this store are in {currency}.</source>
      <translation>Die Preise in diesem Laden sind in {currency}.</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_labels.py" />
      <source>Prices include the tax. It is rounded once for each rate on a receipt, half a cent up.</source>
      <translation>Preise enthalten die Steuer. Gerundet wird einmal je Satz auf einem Beleg, ein halber Cent aufwärts.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <source>Prices set by hand, pieces found at the till, shifts that are off and the like are listed here.</source>
      <translation>Hier stehen von Hand gesetzte Preise, an der Kasse gefundene Stücke, Schichten mit Differenzen und Ähnliches.</translation>
    </message>
    <message>
      <location filename="ui/inventory/low_stock.py" />
      <location filename="ui/kit/paper/strip.py" />
      <location filename="ui/orders/printing.py" />
      <location filename="ui/orders/view.py" />
      <location filename="ui/preferences/own_badge.py" />
      <location filename="ui/report_dialog.py" />
      <location filename="ui/reports/view.py" />
      <location filename="ui/shifts/detail.py" />
      <location filename="ui/till/receipts/print_panel.py" />
      <source>Print</source>
      <translation>Drucken</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <source>Print a gift receipt</source>
      <translation>Geschenkbeleg drucken</translation>
    </message>
    <message>
      <location filename="ui/till/receipts/unprinted.py" />
      <source>Print all</source>
      <translation>Alle drucken</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_badge.py" />
      <source>Print it now: it is shown this once, and kept nowhere. An older badge of yours is no longer good.</source>
      <translation>Drucken Sie ihn jetzt: Er wird nur dieses eine Mal gezeigt und nirgends aufbewahrt. Ihr früherer Ausweis gilt nicht mehr.</translation>
    </message>
    <message>
      <location filename="ui/kit/paper/other_printer.py" />
      <source>Print it on</source>
      <translation>Drucken auf</translation>
    </message>
    <message>
      <location filename="ui/orders/view.py" />
      <source>Print pick list and packing slips</source>
      <translation>Pickliste und Lieferscheine drucken</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <location filename="ui/preferences/rows.py" />
      <source>Print receipts</source>
      <translation>Belege drucken</translation>
    </message>
    <message>
      <location filename="ui/inventory/low_stock.py" />
      <location filename="ui/reports/shortcuts.py" />
      <location filename="ui/shifts/view.py" />
      <source>Print the report, or save it as a PDF</source>
      <translation>Bericht drucken oder als PDF speichern</translation>
    </message>
    <message>
      <location filename="ui/orders/slip_printing.py" />
      <source>Print the slips that wait</source>
      <translation>Die wartenden Lieferscheine drucken</translation>
    </message>
    <message>
      <location filename="ui/orders/waiting_slips.py" />
      <source>Print them</source>
      <translation>Diese drucken</translation>
    </message>
    <message>
      <location filename="ui/orders/printing.py" />
      <source>Print {count}</source>
      <translation>{count} drucken</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <source>Print {count}, by {name}</source>
      <translation>Druck {count}, von {name}</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>Printed on receipts.</source>
      <translation>Steht auf den Belegen.</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Printed: the printer answered, has paper and is closed.</source>
      <translation>Gedruckt: Der Drucker hat geantwortet, hat Papier und ist zu.</translation>
    </message>
    <message>
      <location filename="ui/till/receipts/unprinted.py" />
      <source>Printed: {count}.</source>
      <translation>Gedruckt: {count}.</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Printer</source>
      <translation>Drucker</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <location filename="ui/preferences/rows.py" />
      <source>Printer of credit slips</source>
      <translation>Drucker für Guthabenbelege</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <location filename="ui/preferences/rows.py" />
      <source>Printer of pages</source>
      <translation>Drucker für Seiten</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <location filename="ui/preferences/rows.py" />
      <source>Printer of receipts</source>
      <translation>Drucker für Belege</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <location filename="ui/preferences/rows.py" />
      <source>Printer of slips</source>
      <translation>Drucker für Lieferscheine</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Printing …</source>
      <translation>Wird gedruckt …</translation>
    </message>
    <message>
      <location filename="documents/low_stock.py" />
      <location filename="ui/catalog/promotions/items.py" />
      <location filename="ui/catalog/view.py" />
      <location filename="ui/counts/lines.py" />
      <location filename="ui/importing/changes.py" />
      <location filename="ui/importing/labels.py" />
      <location filename="ui/importing/unset.py" />
      <location filename="ui/inventory/columns.py" />
      <location filename="ui/inventory/low_stock.py" />
      <location filename="ui/orders/past_orders.py" />
      <location filename="ui/preferences/preview.py" />
      <location filename="ui/reports/labels.py" />
      <location filename="ui/till/weight_panel.py" />
      <source>Product</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Product deleted</source>
      <translation>Artikel gelöscht</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <source>Product form</source>
      <translation>Artikelformular</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Product made</source>
      <translation>Artikel angelegt</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Product restored</source>
      <translation>Artikel wiederhergestellt</translation>
    </message>
    <message>
      <location filename="ui/till/new_code.py" />
      <source>Product with this code</source>
      <translation>Artikel mit diesem Code</translation>
    </message>
    <message>
      <location filename="ui/till/new_code.py" />
      <source>Product: name or code</source>
      <translation>Artikel: Name oder Code</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <location filename="ui/catalog/promotions/opener.py" />
      <location filename="ui/catalog/view.py" />
      <location filename="ui/first_run/restored.py" />
      <location filename="ui/item_search/search_frame.py" />
      <location filename="ui/reports/stock_columns.py" />
      <location filename="ui/shell/pages.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Products</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Products and categories</source>
      <translation>Artikel und Kategorien</translation>
    </message>
    <message>
      <location filename="ui/health/rule_lines.py" />
      <source>Products and codes</source>
      <translation>Artikel und Codes</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Products and prices</source>
      <translation>Artikel und Preise</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>Products and stock</source>
      <translation>Artikel und Bestand</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Products are listed here when their available stock falls to the reorder point.</source>
      <translation>Hier stehen Artikel, deren verfügbarer Bestand auf den Meldebestand gesunken ist.</translation>
    </message>
    <message>
      <location filename="ui/counts/new_count.py" />
      <source>Products found by a search</source>
      <translation>Artikel aus einer Suche</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Products that a manager puts on sale are listed here with their stock.</source>
      <translation>Hier stehen Artikel, die die Leitung in den Verkauf nimmt, mit ihrem Bestand.</translation>
    </message>
    <message>
      <location filename="ui/catalog/view.py" />
      <source>Products that a manager puts on sale are listed here.</source>
      <translation>Hier stehen Artikel, die die Leitung in den Verkauf nimmt.</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>Products that are no longer sold, but kept, are listed here.</source>
      <translation>Hier stehen Artikel, die nicht mehr verkauft werden, aber erhalten bleiben.</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Programs</source>
      <translation>Programme</translation>
    </message>
    <message>
      <location filename="ui/first_run/progress.py" />
      <location filename="ui/health/running.py" />
      <location filename="ui/importing/progress.py" />
      <location filename="ui/journal/fiscal_dialog.py" />
      <location filename="ui/journal/verifying.py" />
      <location filename="ui/kit/dialogs/progress.py" />
      <location filename="ui/shell/closing.py" />
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <location filename="ui/reports/labels.py" />
      <source>Promotion</source>
      <translation>Preisaktion</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Promotion changed</source>
      <translation>Preisaktion geändert</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Promotion ended</source>
      <translation>Preisaktion beendet</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Promotion made</source>
      <translation>Preisaktion angelegt</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <location filename="ui/catalog/promotions/opener.py" />
      <location filename="ui/reports/labels.py" />
      <source>Promotions</source>
      <translation>Preisaktionen</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/opener.py" />
      <source>Promotions: lower prices for some days</source>
      <translation>Preisaktionen: niedrigere Preise für einige Tage</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Promotions: {what}</source>
      <translation>Preisaktionen: {what}</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/arranging.py" />
      <source>Pull a key to its place, or choose it and move it.</source>
      <translation>Ziehen Sie eine Taste an ihren Platz, oder wählen und verschieben Sie sie.</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/move_cash.py" />
      <source>Put in</source>
      <translation>Einlegen</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>Put into use</source>
      <translation>In Gebrauch nehmen</translation>
    </message>
    <message>
      <location filename="ui/till/unsold.py" />
      <source>Put it on sale and add it</source>
      <translation>In den Verkauf nehmen und hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/settings/carrier_dialog.py" />
      <location filename="ui/settings/scale_code_dialog.py" />
      <source>Put it on the list</source>
      <translation>Auf die Liste setzen</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Put new products on sale at once</source>
      <translation>Neue Artikel sofort in den Verkauf nehmen</translation>
    </message>
    <message>
      <location filename="documents/packing_slips.py" />
      <location filename="documents/pick_lists.py" />
      <location filename="ui/orders/detail.py" />
      <location filename="ui/orders/order_sheet.py" />
      <location filename="ui/orders/packing_bench.py" />
      <location filename="ui/till/sale/lines.py" />
      <source>Qty</source>
      <translation>Menge</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <location filename="ui/till/page.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Quantity</source>
      <translation>Menge</translation>
    </message>
    <message>
      <location filename="ui/till/entry_keys.py" />
      <source>Quantity of the next item</source>
      <translation>Menge des nächsten Artikels</translation>
    </message>
    <message>
      <location filename="documents/packing_slips.py" />
      <source>Questions? {phone}</source>
      <translation>Fragen? {phone}</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>Queue of change notices</source>
      <translation>Warteschlange der Änderungen</translation>
    </message>
    <message>
      <location filename="ui/outbox/columns.py" />
      <location filename="ui/outbox/detail.py" />
      <source>Queued</source>
      <translation>Erstellt</translation>
    </message>
    <message>
      <location filename="ui/orders/queues.py" />
      <source>Queues</source>
      <translation>Arbeitslisten</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Quick keys arranged</source>
      <translation>Schnelltasten angeordnet</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/arranging.py" />
      <source>Quick keys: {board}</source>
      <translation>Schnelltasten: {board}</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <source>REPRINT</source>
      <translation>NACHDRUCK</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <location filename="ui/settings/taxes.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Rate</source>
      <translation>Satz</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <location filename="ui/settings/tax_dialogs.py" />
      <source>Rate in %</source>
      <translation>Satz in %</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>Rates</source>
      <translation>Sätze</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>Rates of {name}</source>
      <translation>Sätze von {name}</translation>
    </message>
    <message>
      <location filename="ui/importing/reading.py" />
      <source>Read as {encoding}; header in line {row}; cells separated by {mark}.</source>
      <translation>Gelesen als {encoding}; Kopfzeile: {row}; Trennzeichen: {mark}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Read-only file system</source>
      <translation>Der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
      <location filename="cli/file_reading.py" />
      <source>Reading lines of the files</source>
      <translation>Zeilen der Dateien werden gelesen</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Reading the file: {done} lines</source>
      <translation>Datei wird gelesen: {done} Zeilen</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Reading the file: {done} of {all} lines</source>
      <translation>Datei wird gelesen: {done} von {all} Zeilen</translation>
    </message>
    <message>
      <location filename="ui/importing/file_import.py" />
      <source>Reading the file…</source>
      <translation>Datei wird gelesen…</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Reads everything and changes nothing.</source>
      <translation>Liest alles und ändert nichts.</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/shift_controller.py" />
      <source>Ready for the next customer</source>
      <translation>Bereit für den nächsten Kunden</translation>
    </message>
    <message>
      <location filename="ui/orders/packing_bench.py" />
      <source>Ready for the next parcel</source>
      <translation>Bereit für das nächste Paket</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <location filename="ui/exceptions/columns.py" />
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/inventory/stock_form.py" />
      <location filename="ui/orders/dialogs.py" />
      <location filename="ui/reports/labels.py" />
      <location filename="ui/shifts/columns.py" />
      <location filename="ui/shifts/figures.py" />
      <location filename="ui/till/discounts/discount_panel.py" />
      <location filename="ui/till/shifts/move_cash.py" />
      <location filename="ui/till/shifts/open_drawer.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Reason</source>
      <translation>Grund</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/move_cash.py" />
      <source>Reason, for example: change from the bank, window cleaner</source>
      <translation>Grund, zum Beispiel: Wechselgeld von der Bank, Fensterputzer</translation>
    </message>
    <message>
      <location filename="documents/drawer_lines.py" />
      <location filename="documents/open_return_receipts.py" />
      <location filename="documents/return_receipts.py" />
      <source>Reason: {reason}</source>
      <translation>Grund: {reason}</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Reasons</source>
      <translation>Gründe</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <location filename="ui/till/page.py" />
      <source>Recall</source>
      <translation>Holen</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <source>Recall a parked sale</source>
      <translation>Geparkten Verkauf fortsetzen</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Recall the shipment</source>
      <translation>Sendung zurückholen</translation>
    </message>
    <message>
      <location filename="ui/till/sale/sale_summary.py" />
      <source>Recall {label}, {remark}, {total}</source>
      <translation>Fortsetzen: {label}, {remark}, {total}</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>Recall {number}?</source>
      <translation>{number} zurückholen?</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <location filename="ui/settings/preview.py" />
      <location filename="ui/settings/receipt.py" />
      <location filename="ui/till/collecting/order_panel.py" />
      <location filename="ui/till/function_keys.py" />
      <source>Receipt</source>
      <translation>Beleg</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Receipt by e-mail called off</source>
      <translation>Beleg per E-Mail zurückgehalten</translation>
    </message>
    <message>
      <location filename="ui/mail_labels.py" />
      <source>Receipt of a sale</source>
      <translation>Beleg eines Verkaufs</translation>
    </message>
    <message>
      <location filename="ui/orders/view.py" />
      <source>Receipt of the last return of this order</source>
      <translation>Beleg der letzten Rückgabe dieser Bestellung</translation>
    </message>
    <message>
      <location filename="ui/returns/papers.py" />
      <location filename="ui/till/open_returns/open_return_controller.py" />
      <location filename="ui/till/returns/given_back.py" />
      <source>Receipt of the return</source>
      <translation>Rückgabebeleg</translation>
    </message>
    <message>
      <location filename="ui/orders/history.py" />
      <source>Receipt of this return</source>
      <translation>Rückgabebeleg</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Receipt printed again</source>
      <translation>Beleg nochmals gedruckt</translation>
    </message>
    <message>
      <location filename="ui/orders/history.py" />
      <source>Receipt printed again: print {count}</source>
      <translation>Beleg erneut gedruckt: Druck {count}</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <location filename="ui/preferences/rows.py" />
      <source>Receipt printer</source>
      <translation>Belegdrucker</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Receipt sent by e-mail</source>
      <translation>Beleg per E-Mail geschickt</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Receipts and e-mails stay in the store's.</source>
      <translation>Belege und E-Mails bleiben in der Sprache des Geschäfts.</translation>
    </message>
    <message>
      <location filename="ui/preferences/view.py" />
      <source>Receipts are printed at {place}.</source>
      <translation>Belege werden auf {place} gedruckt.</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <location filename="ui/till/receipts/unprinted.py" />
      <source>Receipts not printed</source>
      <translation>Nicht gedruckte Belege</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Receipts, X and Z reports, on a roll.</source>
      <translation>Belege, X- und Z-Berichte, auf Rolle.</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Receive</source>
      <translation>Eingang</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Receive a delivery</source>
      <translation>Wareneingang buchen</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Receive and adjust stock</source>
      <translation>Wareneingang und Korrekturen</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Received</source>
      <translation>Eingegangen</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Recipient</source>
      <translation>Empfänger</translation>
    </message>
    <message>
      <location filename="ui/catalog/variants.py" />
      <source>Red, Blue</source>
      <translation>Rot, Blau</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_dialogs.py" />
      <source>Reduced</source>
      <translation>Ermäßigt</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Reference</source>
      <translation>Referenz</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_money.py" />
      <source>Reference of the slip</source>
      <translation>Referenz auf dem Beleg</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/proofs.py" />
      <source>Reference of the terminal</source>
      <translation>Referenz des Terminals</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/proofs.py" />
      <source>Reference of the terminal (optional)</source>
      <translation>Referenz des Terminals (optional)</translation>
    </message>
    <message>
      <location filename="ui/orders/payment.py" />
      <source>Reference of the terminal or gateway</source>
      <translation>Referenz von Terminal oder Gateway</translation>
    </message>
    <message>
      <location filename="ui/orders/returns.py" />
      <location filename="ui/till/returns/return_lines.py" />
      <source>Refund the shipping too</source>
      <translation>Auch den Versand erstatten</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <source>Refund without goods</source>
      <translation>Erstattung ohne Ware</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <location filename="ui/reports/return_columns.py" />
      <location filename="ui/start/day_part.py" />
      <source>Refunded</source>
      <translation>Erstattet</translation>
    </message>
    <message>
      <location filename="ui/returns/approvals.py" />
      <location filename="ui/till/open_returns/taking.py" />
      <source>Refunded to</source>
      <translation>Erstattet auf</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Refunding more than {most:money} a day for pieces that do not go back to the shelf needs a manager.</source>
      <translation>Mehr als {most:money} am Tag für Stücke, die nicht zurück ins Regal gehen, darf nur die Leitung erstatten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Refunding more than {most:money} a day needs a manager; {today:money} was refunded today.</source>
      <translation>Mehr als {most:money} am Tag darf nur die Leitung erstatten; heute wurden {today:money} erstattet.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Refunding more than {most:money} at once needs a manager.</source>
      <translation>Mehr als {most:money} auf einmal darf nur die Leitung erstatten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Refunding the shipping needs a manager.</source>
      <translation>Den Versand darf nur die Leitung erstatten.</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <source>Refunds</source>
      <translation>Erstattungen</translation>
    </message>
    <message>
      <location filename="ui/exceptions/columns.py" />
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/journal/fiscal_dialog.py" />
      <location filename="ui/reports/labels.py" />
      <location filename="ui/shifts/columns.py" />
      <location filename="ui/shifts/filters.py" />
      <location filename="ui/till/checkout/terminal_labels.py" />
      <source>Register</source>
      <translation>Kasse</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Register added</source>
      <translation>Kasse hinzugefügt</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Register changed</source>
      <translation>Kasse geändert</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>Registered</source>
      <translation>Registriert</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>Registers</source>
      <translation>Kassen</translation>
    </message>
    <message>
      <location filename="ui/settings/register_dialog.py" />
      <source>Registers with one drawer share its shift, its count and its Z report.</source>
      <translation>Kassen mit einer gemeinsamen Lade haben eine Schicht, eine Zählung und einen Z-Bericht.</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>Regular customer</source>
      <translation>Stammkunde</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <location filename="ui/orders/labels.py" />
      <source>Released</source>
      <translation>Freigegeben</translation>
    </message>
    <message>
      <location filename="ui/inventory/stock_form.py" />
      <location filename="ui/shifts/figures.py" />
      <source>Remark</source>
      <translation>Bemerkung</translation>
    </message>
    <message>
      <location filename="ui/sign_in/view.py" />
      <source>Remember the password on this computer</source>
      <translation>Passwort auf diesem Computer merken</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/items.py" />
      <location filename="ui/customers/commands.py" />
      <location filename="ui/preferences/customer_screen.py" />
      <location filename="ui/settings/carriers.py" />
      <location filename="ui/settings/logo.py" />
      <location filename="ui/settings/scale_codes.py" />
      <location filename="ui/till/page.py" />
      <location filename="ui/till/quick_keys/arranging.py" />
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="ui/counts/view.py" />
      <location filename="ui/till/entry_keys.py" />
      <source>Remove it</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_pin.py" />
      <source>Remove the PIN</source>
      <translation>PIN entfernen</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Remove the chosen address</source>
      <translation>Ausgewählte Adresse entfernen</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Remove the chosen one</source>
      <translation>Auswahl entfernen</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Remove the chosen payment method</source>
      <translation>Ausgewählte Zahlungsart entfernen</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Remove this address?</source>
      <translation>Diese Adresse entfernen?</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Remove this payment method?</source>
      <translation>Diese Zahlungsart entfernen?</translation>
    </message>
    <message>
      <location filename="ui/catalog/variant_rows.py" />
      <source>Remove this variant</source>
      <translation>Diese Variante entfernen</translation>
    </message>
    <message>
      <location filename="ui/catalog/codes.py" />
      <source>Remove {code}</source>
      <translation>{code} entfernen</translation>
    </message>
    <message>
      <location filename="ui/counts/view.py" />
      <source>Remove {code}?</source>
      <translation>{code} entfernen?</translation>
    </message>
    <message>
      <location filename="ui/catalog/conflicts.py" />
      <source>Removed</source>
      <translation>Entfernt</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <location filename="ui/catalog/editor.py" />
      <location filename="ui/inventory/columns.py" />
      <location filename="ui/inventory/labels.py" />
      <location filename="ui/inventory/levels.py" />
      <location filename="ui/inventory/low_stock.py" />
      <source>Reorder point</source>
      <translation>Meldebestand</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Reorder point changed</source>
      <translation>Meldebestand geändert</translation>
    </message>
    <message>
      <location filename="ui/settings/servers.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Replica for reports</source>
      <translation>Replikat für Berichte</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>Replica {name}</source>
      <translation>Kopie {name}</translation>
    </message>
    <message>
      <location filename="ui/outbox/settings.py" />
      <location filename="ui/outbox/setup.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Reply to</source>
      <translation>Antwort an</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/crash.py" />
      <location filename="ui/reports/view.py" />
      <location filename="ui/shifts/detail.py" />
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <location filename="ui/health/view.py" />
      <source>Report for support</source>
      <translation>Bericht für die Hilfe</translation>
    </message>
    <message>
      <location filename="ui/reports/view.py" />
      <location filename="ui/shell/pages.py" />
      <source>Reports</source>
      <translation>Berichte</translation>
    </message>
    <message>
      <location filename="ui/settings/servers.py" />
      <source>Reports are read from this server, which gets every change of the store's, so that they slow no till. It needs a certificate of the same authority. Where it does not answer or is behind, the store's own server is asked. Empty: always that one.</source>
      <translation>Berichte werden von diesem Server gelesen, der jede Änderung bekommt, und bremsen so keine Kasse. Er braucht ein Zertifikat derselben Stelle. Antwortet er nicht oder hinkt er hinterher, wird der Server des Ladens gefragt. Leer: immer dieser.</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Reports, badges and lists.</source>
      <translation>Berichte, Ausweise und Listen.</translation>
    </message>
    <message>
      <location filename="ui/counts/posting.py" />
      <source>Requested by</source>
      <translation>Angefordert von</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <location filename="ui/inventory/columns.py" />
      <location filename="ui/inventory/labels.py" />
      <location filename="ui/inventory/levels.py" />
      <location filename="ui/orders/labels.py" />
      <source>Reserved</source>
      <translation>Reserviert</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Reserved by others</source>
      <translation>Von anderen reserviert</translation>
    </message>
    <message>
      <location filename="ui/catalog/editor.py" />
      <location filename="ui/importing/labels.py" />
      <source>Reserved for orders</source>
      <translation>Für Bestellungen reserviert</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Restarted PostgreSQL {where}.</source>
      <translation>PostgreSQL {where} neu gestartet.</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Restocked</source>
      <translation>Wieder eingelagert</translation>
    </message>
    <message>
      <location filename="ui/catalog/editing_view.py" />
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <location filename="ui/first_run/restore.py" />
      <location filename="ui/first_run/welcome.py" />
      <source>Restore from a backup</source>
      <translation>Aus einer Sicherung wiederherstellen</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <source>Restore the chosen product</source>
      <translation>Ausgewählten Artikel wiederherstellen</translation>
    </message>
    <message>
      <location filename="ui/first_run/restore.py" />
      <source>Restore the store</source>
      <translation>Laden wiederherstellen</translation>
    </message>
    <message>
      <location filename="ui/first_run/progress.py" />
      <source>Restore the tables, people and permissions</source>
      <translation>Tabellen, Personen und Rechte wiederherstellen</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <source>Restoring the store</source>
      <translation>Der Laden wird wiederhergestellt</translation>
    </message>
    <message>
      <location filename="ui/first_run/view.py" />
      <source>Restoring your store</source>
      <translation>Der Laden wird wiederhergestellt</translation>
    </message>
    <message>
      <location filename="ui/outbox/view.py" />
      <source>Retry all failed</source>
      <translation>Alle erneut versuchen</translation>
    </message>
    <message>
      <location filename="ui/outbox/view.py" />
      <source>Retry all failed e-mails</source>
      <translation>Alle fehlgeschlagenen E-Mails erneut versuchen</translation>
    </message>
    <message>
      <location filename="documents/return_receipts.py" />
      <location filename="ui/orders/command_buttons.py" />
      <location filename="ui/till/returns/find_receipt.py" />
      <source>Return</source>
      <translation>Rückgabe</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <source>Return</source>
      <comment>on a key</comment>
      <translation>Retoure</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Return lines of the order</source>
      <translation>Positionen der Bestellung zurücknehmen</translation>
    </message>
    <message>
      <location filename="documents/return_receipts.py" />
      <location filename="ui/orders/returns.py" />
      <location filename="ui/till/returns/return_panel.py" />
      <source>Return of {number}</source>
      <translation>Rückgabe zu {number}</translation>
    </message>
    <message>
      <location filename="ui/returns/approvals.py" />
      <source>Return of {number} of {name}</source>
      <translation>Rückgabe zu {number} von {name}</translation>
    </message>
    <message>
      <location filename="documents/open_return_receipts.py" />
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/till/open_returns/open_return_panel.py" />
      <location filename="ui/till/open_returns/taking.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Return without a receipt</source>
      <translation>Rücknahme ohne Beleg</translation>
    </message>
    <message>
      <location filename="documents/open_return_receipts.py" />
      <source>Return {number}</source>
      <translation>Rücknahme {number}</translation>
    </message>
    <message>
      <location filename="ui/orders/history.py" />
      <source>Returned: {pieces}</source>
      <translation>Zurückgegeben: {pieces}</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <location filename="ui/reports/labels.py" />
      <location filename="ui/reports/return_columns.py" />
      <source>Returns</source>
      <translation>Rückgaben</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <location filename="ui/reports/return_columns.py" />
      <source>Returns without tax</source>
      <translation>Rückgaben ohne Steuer</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Returns: {what}</source>
      <translation>Rückgaben: {what}</translation>
    </message>
    <message>
      <location filename="ui/counts/sheet.py" />
      <source>Review</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Roll</source>
      <translation>Rolle</translation>
    </message>
    <message>
      <location filename="documents/open_return_receipts.py" />
      <location filename="documents/receipts.py" />
      <location filename="documents/return_receipts.py" />
      <source>Rounded for cash</source>
      <translation>Rundung (Barzahlung)</translation>
    </message>
    <message>
      <location filename="ui/importing/bad_rows.py" />
      <location filename="ui/orders/bulk_shipping.py" />
      <source>Row</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Rows of lists</source>
      <translation>Zeilen der Listen</translation>
    </message>
    <message>
      <location filename="ui/importing/bad_rows.py" />
      <source>Rows that cannot be imported</source>
      <translation>Zeilen, die nicht importiert werden können</translation>
    </message>
    <message>
      <location filename="ui/health/rules_card.py" />
      <source>Rules of the store</source>
      <translation>Regeln des Ladens</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Run it as root, or as the server's account. What is done already stays as it is, and options that were chosen before need not be given again.</source>
      <translation>Als root oder mit dem Konto des Servers auszuführen. Was schon erledigt ist, bleibt, wie es ist; früher gewählte Optionen müssen nicht noch einmal angegeben werden.</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/labels.py" />
      <source>Running</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <location filename="ui/inventory/low_stock.py" />
      <source>Running out</source>
      <translation>Geht zur Neige</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <location filename="ui/catalog/conflicts.py" />
      <location filename="ui/catalog/variant_rows.py" />
      <location filename="ui/importing/labels.py" />
      <location filename="ui/timeline/fields.py" />
      <source>SKU</source>
      <translation>Artikelnummer</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>SKU is trimmed and unique without regard to case</source>
      <translation>eine Artikelnummer hat keine Leerzeichen am Rand und ist einmalig, ohne auf Großschreibung zu achten</translation>
    </message>
    <message>
      <location filename="ui/outbox/settings.py" />
      <location filename="ui/outbox/setup.py" />
      <source>STARTTLS</source>
      <translation>STARTTLS</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>STREET</source>
      <translation>STRASSE</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>Sale</source>
      <comment>all of it</comment>
      <translation>Verkauf</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Sale discarded</source>
      <translation>Verkauf verworfen</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/labels.py" />
      <source>Sale price</source>
      <translation>Aktionspreis</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <location filename="ui/catalog/sales_card.py" />
      <location filename="ui/reports/labels.py" />
      <location filename="ui/shifts/columns.py" />
      <location filename="ui/shifts/figures.py" />
      <source>Sales</source>
      <translation>Verkäufe</translation>
    </message>
    <message>
      <location filename="ui/start/hour_card.py" />
      <source>Sales by hour</source>
      <translation>Umsatz nach Stunden</translation>
    </message>
    <message>
      <location filename="ui/till/open_returns/sales_of_item.py" />
      <location filename="ui/till/returns/find_receipt.py" />
      <source>Sales found</source>
      <translation>Gefundene Verkäufe</translation>
    </message>
    <message>
      <location filename="ui/health/rule_lines.py" />
      <source>Sales in progress</source>
      <translation>Laufende Verkäufe</translation>
    </message>
    <message>
      <location filename="ui/counts/sheet.py" />
      <source>Sales made meanwhile are taken into account</source>
      <translation>Verkäufe in der Zwischenzeit werden berücksichtigt</translation>
    </message>
    <message>
      <location filename="ui/importing/past_sales.py" />
      <source>Sales of the time before, with their own numbers: they change neither stock nor money. A file has a line of an order in each row.</source>
      <translation>Verkäufe aus der Zeit davor, mit eigenen Nummern: Sie ändern weder Bestand noch Geld. Eine Datei hat in jeder Zeile eine Position einer Bestellung.</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <location filename="ui/reports/labels.py" />
      <location filename="ui/start/day_part.py" />
      <source>Sales without tax</source>
      <translation>Umsatz ohne Steuer</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Sales: {what}</source>
      <translation>Umsatz: {what}</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_dialog.py" />
      <location filename="ui/catalog/editor.py" />
      <location filename="ui/customers/address_form.py" />
      <location filename="ui/customers/customer_form.py" />
      <location filename="ui/customers/web_shop.py" />
      <location filename="ui/kit/dialogs/conflict.py" />
      <location filename="ui/kit/dialogs/leaving.py" />
      <location filename="ui/outbox/setup.py" />
      <location filename="ui/people/forms.py" />
      <location filename="ui/preferences/preview.py" />
      <location filename="ui/preferences/receipt_printer.py" />
      <location filename="ui/settings/cash_dialog.py" />
      <location filename="ui/settings/register_dialog.py" />
      <location filename="ui/settings/tax_dialogs.py" />
      <location filename="ui/settings/view.py" />
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <location filename="ui/health/report.py" />
      <location filename="ui/health/view.py" />
      <source>Save a report for support</source>
      <translation>Bericht für die Hilfe speichern</translation>
    </message>
    <message>
      <location filename="ui/till/sale/new_customer.py" />
      <source>Save and use</source>
      <translation>Speichern und nehmen</translation>
    </message>
    <message>
      <location filename="ui/kit/paper/strip.py" />
      <location filename="ui/orders/printing.py" />
      <location filename="ui/preferences/own_badge.py" />
      <location filename="ui/report_dialog.py" />
      <location filename="ui/till/receipts/print_panel.py" />
      <source>Save as PDF</source>
      <translation>Als PDF speichern</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/arranging.py" />
      <source>Save for all tills</source>
      <translation>Für alle Kassen speichern</translation>
    </message>
    <message>
      <location filename="ui/importing/changes.py" />
      <location filename="ui/importing/dialog.py" />
      <location filename="ui/importing/past_import.py" />
      <source>Save the list</source>
      <translation>Liste speichern</translation>
    </message>
    <message>
      <location filename="ui/till/sale/note_panel.py" />
      <source>Save the note</source>
      <translation>Notiz speichern</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <source>Save the product</source>
      <translation>Artikel speichern</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/form_dialog.py" />
      <source>Save the promotion</source>
      <translation>Preisaktion speichern</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/leaving.py" />
      <source>Save {what} first?</source>
      <translation>„{what}“ zuerst speichern?</translation>
    </message>
    <message>
      <location filename="ui/health/saving.py" />
      <source>Saved as {file}, restored and compared, and encrypted. Only its passphrase opens it.</source>
      <translation>Als {file} gesichert, wiederhergestellt und verglichen, und verschlüsselt. Nur die Passphrase öffnet sie.</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <location filename="ui/health/saving.py" />
      <source>Saved as {file}, restored and compared.</source>
      <translation>Gesichert als {file}, zur Probe wiederhergestellt und verglichen.</translation>
    </message>
    <message>
      <location filename="ui/report_dialog.py" />
      <source>Saved as {file}.</source>
      <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
      <location filename="ui/health/view.py" />
      <source>Saved as {file}. It names no customer, no person and no password.</source>
      <translation>Gespeichert als {file}. Darin steht kein Kunde, keine Person und kein Passwort.</translation>
    </message>
    <message>
      <location filename="ui/kit/paper/strip.py" />
      <location filename="ui/orders/printing.py" />
      <location filename="ui/preferences/own_badge.py" />
      <location filename="ui/shifts/view.py" />
      <location filename="ui/till/receipts/print_panel.py" />
      <source>Saved as {name}.</source>
      <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <source>Saving the store, and restoring it to compare</source>
      <translation>Der Laden wird gesichert und zum Vergleich wiederhergestellt</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>Say what the columns hold.</source>
      <translation>Bitte angeben, was die Spalten enthalten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>Say which columns hold {fields}.</source>
      <translation>Bitte angeben, welche Spalten {fields} enthalten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Say which columns hold {fields}. The file has: {columns}.</source>
      <translation>Bitte angeben, welche Spalten {fields} enthalten. Die Datei hat: {columns}.</translation>
    </message>
    <message>
      <location filename="ui/settings/scale_codes.py" />
      <source>Scales print codes of 13 digits that hold the number of a product and its weight or price. Their first two digits say how they are read. A product with the whole code comes first.</source>
      <translation>Waagen drucken Codes mit 13 Ziffern, in denen die Nummer eines Artikels und sein Gewicht oder Preis stehen. Die ersten zwei Ziffern sagen, wie sie gelesen werden. Ein Artikel mit dem ganzen Code geht vor.</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/shift_controller.py" />
      <source>Scan a product, or type a code or a name.</source>
      <translation>Scannen Sie einen Artikel oder geben Sie einen Code oder Namen ein.</translation>
    </message>
    <message>
      <location filename="ui/counts/lines.py" />
      <source>Scan an item. Counted items are listed here.</source>
      <translation>Scannen Sie einen Artikel. Gezählte Artikel stehen hier.</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_badge.py" />
      <source>Scan it at the till or where this computer is locked, and you are at work. It works where you have signed in since StoreDesk was started. Managers also approve with it.</source>
      <translation>Scannen Sie ihn an der Kasse oder wo dieser Computer gesperrt ist, und Sie arbeiten weiter. Er gilt, wo Sie sich seit dem Start von StoreDesk angemeldet haben. Die Leitung gibt damit auch frei.</translation>
    </message>
    <message>
      <location filename="ui/orders/order_sheet.py" />
      <location filename="ui/orders/packing_bench.py" />
      <location filename="ui/till/page.py" />
      <source>Scan or type</source>
      <translation>Scannen oder eingeben</translation>
    </message>
    <message>
      <location filename="ui/till/price_check.py" />
      <source>Scan or type a code or a name</source>
      <translation>Code oder Namen scannen oder eingeben</translation>
    </message>
    <message>
      <location filename="ui/catalog/codes.py" />
      <source>Scan or type a code, then Enter</source>
      <translation>Code scannen oder tippen, dann Enter</translation>
    </message>
    <message>
      <location filename="ui/counts/sheet.py" />
      <source>Scan or type a code.   24* then scan: adds 24.   *7: sets the last item to 7.</source>
      <translation>Code scannen oder tippen.   24*, dann scannen: 24 dazu.   *7: letzten Artikel auf 7 setzen.</translation>
    </message>
    <message>
      <location filename="ui/settings/scale_codes.py" />
      <source>Scan or type a label: this says how tills read it.</source>
      <translation>Etikett scannen oder eingeben: Hier steht, wie die Kasse es liest.</translation>
    </message>
    <message>
      <location filename="ui/settings/carriers.py" />
      <source>Scan or type a number: this says whose it is.</source>
      <translation>Eine Nummer scannen oder eingeben: Hier steht dann, von wem sie ist.</translation>
    </message>
    <message>
      <location filename="ui/till/open_returns/chosen_lines.py" />
      <source>Scan or type an article that was sold in the last 90 days.</source>
      <translation>Scannen oder tippen Sie einen Artikel, der in den letzten 90 Tagen verkauft wurde.</translation>
    </message>
    <message>
      <location filename="ui/orders/order_sheet.py" />
      <location filename="ui/till/page.py" />
      <source>Scan or type: code, name, 3*</source>
      <translation>Scannen oder eingeben: Code, Name, 3*</translation>
    </message>
    <message>
      <location filename="ui/orders/packing_bench.py" />
      <source>Scan the carrier's label, or an item to check it</source>
      <translation>Versandetikett scannen oder Artikel zur Kontrolle</translation>
    </message>
    <message>
      <location filename="ui/orders/packing_bench.py" />
      <source>Scan the slip or type the order's number</source>
      <translation>Lieferschein scannen oder Bestellnummer eingeben</translation>
    </message>
    <message>
      <location filename="ui/orders/packing_bench.py" />
      <source>Scan the slip, or type the number of the order. Its last digits will do.</source>
      <translation>Scannen Sie den Lieferschein oder geben Sie die Bestellnummer ein. Die letzten Ziffern genügen.</translation>
    </message>
    <message>
      <location filename="ui/till/returns/return_lines.py" />
      <source>Scan what comes back</source>
      <translation>Scannen, was zurückkommt</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Scan while packing</source>
      <translation>Beim Packen scannen</translation>
    </message>
    <message>
      <location filename="ui/sign_in/lock_page.py" />
      <source>Scan your badge, or choose yourself and give your PIN. The sale is kept.</source>
      <translation>Scannen Sie Ihren Ausweis, oder wählen Sie sich aus und geben Sie Ihre PIN ein. Der Verkauf bleibt erhalten.</translation>
    </message>
    <message>
      <location filename="ui/orders/packing_bench.py" />
      <source>Scanned</source>
      <translation>Gescannt</translation>
    </message>
    <message>
      <location filename="ui/till/scans.py" />
      <source>Scanned while money was being typed: {code} was added to the sale.</source>
      <translation>Beim Eingeben des Geldbetrags gescannt: {code} wurde zum Verkauf hinzugefügt.</translation>
    </message>
    <message>
      <location filename="ui/kit/base/missed_scans.py" />
      <source>Scanned {code} while “{covering}” was open: not added. Scan it again.</source>
      <translation>{code} wurde gescannt, während „{covering}“ offen war: nicht hinzugefügt. Bitte noch einmal scannen.</translation>
    </message>
    <message>
      <location filename="ui/first_run/view.py" />
      <source>Scanned {code}: not added, as no store is open.</source>
      <translation>{code} gescannt: nicht hinzugefügt, da kein Laden geöffnet ist.</translation>
    </message>
    <message>
      <location filename="ui/sign_in/lock_page.py" />
      <location filename="ui/sign_in/view.py" />
      <source>Scanned {code}: not added, as nobody has signed in.</source>
      <translation>{code} gescannt: nicht hinzugefügt, da niemand angemeldet ist.</translation>
    </message>
    <message>
      <location filename="ui/shell/register_choice.py" />
      <source>Scanned {code}: not added. Choose a till first.</source>
      <translation>{code} gescannt: nicht hinzugefügt. Wählen Sie zuerst eine Kasse.</translation>
    </message>
    <message>
      <location filename="ui/kit/base/missed_scans.py" />
      <source>Scanned {code}: not added. Scan it again.</source>
      <translation>{code} gescannt: nicht hinzugefügt. Bitte noch einmal scannen.</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/list_page.py" />
      <source>Scanned {code}: nothing on this page has it.</source>
      <translation>{code} gescannt: Auf dieser Seite hat nichts diesen Code.</translation>
    </message>
    <message>
      <location filename="ui/outbox/settings.py" />
      <source>Scanned {code}: there is nothing to scan on this page.</source>
      <translation>{code} gescannt: Auf dieser Seite gibt es nichts zu scannen.</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <source>Seal</source>
      <translation>Siegel</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <source>Seal {number}: {digits}</source>
      <translation>Siegel {number}: {digits}</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>Seal {seal} is gone.</source>
      <translation>Siegel {seal} fehlt.</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>Seal {seal} of {when} was changed.</source>
      <translation>Siegel {seal} vom {when} wurde geändert.</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>Seals</source>
      <translation>Siegel</translation>
    </message>
    <message>
      <location filename="ui/shell/side_bar.py" />
      <location filename="ui/till/function_keys.py" />
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <location filename="ui/customers/view.py" />
      <source>Search customers</source>
      <translation>Kunden suchen</translation>
    </message>
    <message>
      <location filename="ui/outbox/view.py" />
      <source>Search e-mails</source>
      <translation>E-Mails suchen</translation>
    </message>
    <message>
      <location filename="ui/exceptions/view.py" />
      <source>Search exceptions</source>
      <translation>Ausnahmen suchen</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <source>Search items</source>
      <translation>Artikel suchen</translation>
    </message>
    <message>
      <location filename="ui/inventory/low_stock.py" />
      <source>Search low stock</source>
      <translation>Knappe Artikel suchen</translation>
    </message>
    <message>
      <location filename="ui/orders/queues.py" />
      <source>Search orders</source>
      <translation>Bestellungen suchen</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Search people</source>
      <translation>Personen suchen</translation>
    </message>
    <message>
      <location filename="ui/catalog/view.py" />
      <source>Search products</source>
      <translation>Artikel suchen</translation>
    </message>
    <message>
      <location filename="ui/shifts/view.py" />
      <source>Search shifts</source>
      <translation>Schichten suchen</translation>
    </message>
    <message>
      <location filename="ui/inventory/columns.py" />
      <source>Search stock</source>
      <translation>Bestand suchen</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/handbook.py" />
      <source>Search the handbook</source>
      <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
      <location filename="ui/journal/view.py" />
      <source>Search the journal</source>
      <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
      <location filename="ui/counts/new_count.py" />
      <source>Search words</source>
      <translation>Suchbegriffe</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Seconds before the next try</source>
      <translation>Sekunden bis zum nächsten Versuch</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Seconds for sending an e-mail</source>
      <translation>Sekunden für das Senden einer E-Mail</translation>
    </message>
    <message>
      <location filename="ui/settings/view.py" />
      <source>Section before</source>
      <translation>Voriger Abschnitt</translation>
    </message>
    <message>
      <location filename="ui/settings/section_list.py" />
      <source>Sections of the settings</source>
      <translation>Abschnitte der Grundeinstellungen</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <location filename="ui/till/gift_cards/selling.py" />
      <source>Sell a gift card</source>
      <translation>Gutschein verkaufen</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/quote_changes.py" />
      <source>Sell anyway</source>
      <translation>Trotzdem verkaufen</translation>
    </message>
    <message>
      <location filename="ui/till/weight_panel.py" />
      <source>Sell at this price</source>
      <translation>Zu diesem Preis verkaufen</translation>
    </message>
    <message>
      <location filename="ui/till/approvals.py" />
      <source>Sell more than the shelf count</source>
      <translation>Mehr verkaufen als im Bestand</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Sell, park, take payments</source>
      <translation>Verkaufen, parken, kassieren</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>Selling</source>
      <translation>Verkauf</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Selling gift cards for more than {most:money} a day needs a manager; {today:money} was sold today.</source>
      <translation>Gutscheine für mehr als {most:money} am Tag gibt die Leitung frei; heute wurden {today:money} verkauft.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Selling more than {most} pieces a day past the shelf counts needs a manager.</source>
      <translation>Mehr als {most} Stück am Tag über den erfassten Bestand hinaus darf nur die Leitung verkaufen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Selling more than {most} pieces of {name} a day past its shelf count needs a manager.</source>
      <translation>Mehr als {most} Stück von {name} am Tag über den erfassten Bestand hinaus darf nur die Leitung verkaufen.</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Sells, takes goods back, edits customers.</source>
      <translation>Verkauft, nimmt Ware zurück, bearbeitet Kunden.</translation>
    </message>
    <message>
      <location filename="ui/receipt_mails.py" />
      <location filename="ui/till/receipts/mail_panel.py" />
      <source>Send</source>
      <translation>Senden</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>Send a test e-mail</source>
      <translation>Test-E-Mail senden</translation>
    </message>
    <message>
      <location filename="ui/outbox/detail.py" />
      <source>Send again</source>
      <translation>Erneut senden</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Send an e-mail to choose a new password</source>
      <translation>E-Mail zum Festlegen eines neuen Passworts senden</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Send an e-mail to confirm the address</source>
      <translation>E-Mail zur Bestätigung der Adresse senden</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Send confirmation</source>
      <translation>Bestätigungslink senden</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Send password reset</source>
      <translation>Passwort-Link senden</translation>
    </message>
    <message>
      <location filename="ui/outbox/view.py" />
      <source>Send the e-mail again</source>
      <translation>E-Mail erneut senden</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Send the order to another address</source>
      <translation>Bestellung an eine andere Adresse senden</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>Send the test to</source>
      <translation>Test senden an</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>Send them all</source>
      <translation>Alle senden</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/taken_rows.py" />
      <source>Send {amount} back by PayPal.</source>
      <translation>Senden Sie {amount} mit PayPal zurück.</translation>
    </message>
    <message>
      <location filename="ui/outbox/settings.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Sender</source>
      <translation>Absender</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>Sender's address</source>
      <translation>Absenderadresse</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>Sender's name</source>
      <translation>Absendername</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>Sending</source>
      <translation>Wird gesendet</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>Sending was interrupted. The e-mail may have arrived.</source>
      <translation>Das Senden wurde unterbrochen. Die E-Mail ist möglicherweise angekommen.</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>Sending…</source>
      <translation>Wird gesendet…</translation>
    </message>
    <message>
      <location filename="cli/mailer.py" />
      <source>Sends what the outbox holds, as a login of the group mailer. The mail server's password is taken from STOREDESK_SMTP_PASSWORD, the rest from the store's settings.</source>
      <translation>Sendet, was im Postausgang liegt, mit einem Anmeldenamen der Gruppe mailer. Das Passwort des Mailservers kommt aus STOREDESK_SMTP_PASSWORD, alles andere aus den Einstellungen des Ladens.</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <location filename="ui/orders/packing_bench.py" />
      <source>Sent</source>
      <translation>Versendet</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/outbox/columns.py" />
      <location filename="ui/outbox/detail.py" />
      <location filename="ui/outbox/labels.py" />
      <source>Sent</source>
      <comment>e-mail</comment>
      <translation>Gesendet</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/report_dialog.py" />
      <source>Sent to the printer, {count} page.</source>
      <comment>Sent to the printer, {count} pages.</comment>
      <translation>
        <numerusform>An den Drucker gesendet, {count} Seite.</numerusform>
        <numerusform>An den Drucker gesendet, {count} Seiten.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/kit/paper/strip.py" />
      <location filename="ui/orders/printing.py" />
      <location filename="ui/preferences/own_badge.py" />
      <location filename="ui/preferences/receipt_printer.py" />
      <location filename="ui/preferences/trial_prints.py" />
      <location filename="ui/till/receipts/print_panel.py" />
      <source>Sent to the printer.</source>
      <translation>An den Drucker gesendet.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_panel.py" />
      <source>Sent to the terminal</source>
      <translation>An das Terminal gesendet</translation>
    </message>
    <message numerus="yes">
      <location filename="cli/mailer.py" />
      <source>Sent {n} e-mail; {delayed} delayed, {failed} failed.</source>
      <comment>Sent {n} e-mails; {delayed} delayed, {failed} failed.</comment>
      <translation>
        <numerusform>{n} E-Mail gesendet; {delayed} verschoben, {failed} fehlgeschlagen.</numerusform>
        <numerusform>{n} E-Mails gesendet; {delayed} verschoben, {failed} fehlgeschlagen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Serial port</source>
      <translation>Serielle Schnittstelle</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <location filename="ui/settings/servers.py" />
      <source>Servers</source>
      <translation>Server</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Set</source>
      <translation>Setzen</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_pin.py" />
      <source>Set a PIN</source>
      <translation>PIN festlegen</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Set a new password</source>
      <translation>Neues Passwort setzen</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>Set a price</source>
      <translation>Preis festlegen</translation>
    </message>
    <message>
      <location filename="ui/till/entry_keys.py" />
      <source>Set its quantity</source>
      <translation>Menge setzen</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_pin.py" />
      <source>Set the PIN</source>
      <translation>PIN festlegen</translation>
    </message>
    <message>
      <location filename="ui/people/forms.py" />
      <source>Set the password</source>
      <translation>Passwort setzen</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>Set the price</source>
      <translation>Preis festlegen</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Set the reorder point</source>
      <translation>Meldebestand festlegen</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>Set the status of a product to Active to sell it.</source>
      <translation>Setzen Sie den Status eines Artikels auf „Aktiv“, um ihn zu verkaufen.</translation>
    </message>
    <message>
      <location filename="ui/importing/choices.py" />
      <source>Set the stock of existing products to the file's</source>
      <translation>Bestand vorhandener Artikel auf den Wert der Datei setzen</translation>
    </message>
    <message numerus="yes">
      <location filename="cli/import_report.py" />
      <source>Set the stock of {n} known product.</source>
      <comment>Set the stock of {n} known products.</comment>
      <translation>
        <numerusform>Bestand von {n} bekannten Artikel gesetzt.</numerusform>
        <numerusform>Bestand von {n} bekannten Artikeln gesetzt.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Set the stock to the number counted</source>
      <translation>Bestand auf die gezählte Menge setzen</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Set the web shop's address</source>
      <translation>Adresse des Webshops festlegen</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <source>Set up</source>
      <translation>Einrichten</translation>
    </message>
    <message>
      <location filename="ui/outbox/settings.py" />
      <location filename="ui/outbox/setup.py" />
      <location filename="ui/outbox/state.py" />
      <location filename="ui/outbox/view.py" />
      <source>Set up e-mail</source>
      <translation>E-Mail einrichten</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <source>Set up the receipt printer</source>
      <translation>Den Belegdrucker einrichten</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Setting the stock of existing products: {done} of {all}</source>
      <translation>Bestand vorhandener Artikel wird gesetzt: {done} von {all}</translation>
    </message>
    <message>
      <location filename="cli/file_reading.py" />
      <source>Setting the stock of known products</source>
      <translation>Bestände bekannter Artikel werden gesetzt</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Setting up the server</source>
      <translation>Der Server wird eingerichtet</translation>
    </message>
    <message>
      <location filename="ui/settings/view.py" />
      <location filename="ui/shell/pages.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Settings</source>
      <translation>Grundeinstellungen</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Settings changed</source>
      <translation>Einstellungen geändert</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Settings of the store</source>
      <translation>Einstellungen des Geschäfts</translation>
    </message>
    <message>
      <location filename="ui/settings/carriers.py" />
      <source>Several could have given it, and one is chosen while packing: {carriers}</source>
      <translation>Mehrere könnten sie vergeben haben, beim Packen wird einer gewählt: {carriers}</translation>
    </message>
    <message>
      <location filename="ui/reports/discount_columns.py" />
      <source>Share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>Shelf prices</source>
      <translation>Verkaufspreise</translation>
    </message>
    <message>
      <location filename="ui/till/function_keys.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Shift</source>
      <translation>Schicht</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <source>Shift closed</source>
      <translation>Schicht geschlossen</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Shift joined</source>
      <translation>Schicht beigetreten</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Shift left</source>
      <translation>Schicht verlassen</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <source>Shift not approved</source>
      <translation>Schicht nicht freigegeben</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Shift opened by itself</source>
      <translation>Schicht von selbst geöffnet</translation>
    </message>
    <message>
      <location filename="ui/shell/pages.py" />
      <location filename="ui/shifts/figures.py" />
      <location filename="ui/shifts/view.py" />
      <location filename="ui/start/day_part.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Shifts</source>
      <translation>Schichten</translation>
    </message>
    <message>
      <location filename="ui/health/rule_lines.py" />
      <source>Shifts and cash</source>
      <translation>Schichten und Bargeld</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <location filename="ui/orders/command_buttons.py" />
      <location filename="ui/orders/packing_bench.py" />
      <source>Ship</source>
      <translation>Versenden</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>Ship from a list</source>
      <translation>Nach Liste versenden</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Ship orders</source>
      <translation>Bestellungen versenden</translation>
    </message>
    <message>
      <location filename="ui/orders/packing_bench.py" />
      <location filename="ui/orders/view.py" />
      <source>Ship parcels</source>
      <translation>Pakete versenden</translation>
    </message>
    <message>
      <location filename="ui/orders/view.py" />
      <source>Ship parcels from a list</source>
      <translation>Pakete aus einer Liste versenden</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Ship the order</source>
      <translation>Bestellung versenden</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>Ship {n}</source>
      <translation>{n} versenden</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Shipment recalled</source>
      <translation>Sendung zurückgeholt</translation>
    </message>
    <message>
      <location filename="ui/orders/history.py" />
      <source>Shipment recalled: {detail}</source>
      <translation>Sendung zurückgeholt: {detail}</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/orders/labels.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Shipped</source>
      <translation>Versendet</translation>
    </message>
    <message>
      <location filename="ui/orders/packing_bench.py" />
      <source>Shipped here</source>
      <translation>Hier versendet</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>Shipped orders are listed here until they are delivered.</source>
      <translation>Hier stehen versendete Bestellungen, bis sie zugestellt sind.</translation>
    </message>
    <message>
      <location filename="documents/email_texts.py" />
      <location filename="documents/receipts.py" />
      <location filename="documents/return_receipts.py" />
      <location filename="ui/orders/detail.py" />
      <location filename="ui/orders/new_order.py" />
      <location filename="ui/orders/order_sheet.py" />
      <location filename="ui/reports/labels.py" />
      <location filename="ui/reports/return_columns.py" />
      <source>Shipping</source>
      <translation>Versand</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>Shipping address of {number}</source>
      <translation>Lieferadresse von {number}</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Ships orders, counts and adjusts stock.</source>
      <translation>Versendet Bestellungen, zählt und korrigiert Bestand.</translation>
    </message>
    <message>
      <location filename="ui/catalog/shopify.py" />
      <source>Shopify's products (*.csv)</source>
      <translation>Shopify-Artikel (*.csv)</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/shortcuts.py" />
      <source>Shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <location filename="ui/till/receipts/unprinted.py" />
      <source>Show</source>
      <comment>receipts not printed</comment>
      <translation>Zeigen</translation>
    </message>
    <message>
      <location filename="ui/counts/shortcuts.py" />
      <source>Show all counts</source>
      <translation>Alle Inventuren anzeigen</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>Show all orders of the customer</source>
      <translation>Alle Bestellungen des Kunden anzeigen</translation>
    </message>
    <message>
      <location filename="ui/shifts/view.py" />
      <source>Show its report on paper</source>
      <translation>Bericht als Papier zeigen</translation>
    </message>
    <message>
      <location filename="ui/inventory/low_stock.py" />
      <source>Show its stock and movements</source>
      <translation>Bestand und Bewegungen anzeigen</translation>
    </message>
    <message>
      <location filename="ui/timeline/action.py" />
      <source>Show its timeline</source>
      <translation>Verlauf anzeigen</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <source>Show the customer</source>
      <translation>Kunden anzeigen</translation>
    </message>
    <message>
      <location filename="ui/orders/past_orders.py" />
      <source>Show the imported order</source>
      <translation>Importierte Bestellung zeigen</translation>
    </message>
    <message>
      <location filename="ui/reports/shortcuts.py" />
      <source>Show the next report</source>
      <translation>Den nächsten Bericht zeigen</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <location filename="ui/counts/posting.py" />
      <source>Show the orders</source>
      <translation>Bestellungen anzeigen</translation>
    </message>
    <message>
      <location filename="ui/inventory/levels.py" />
      <source>Show the orders that reserve them</source>
      <translation>Bestellungen anzeigen, für die reserviert ist</translation>
    </message>
    <message>
      <location filename="ui/inventory/shortcuts.py" />
      <source>Show the orders that reserve this product</source>
      <translation>Bestellungen anzeigen, für die dieser Artikel reserviert ist</translation>
    </message>
    <message>
      <location filename="ui/kit/forms/passphrase.py" />
      <source>Show the passphrase</source>
      <translation>Passphrase anzeigen</translation>
    </message>
    <message>
      <location filename="ui/kit/forms/password.py" />
      <source>Show the password</source>
      <translation>Passwort anzeigen</translation>
    </message>
    <message>
      <location filename="ui/reports/shortcuts.py" />
      <source>Show the period after</source>
      <translation>Den Zeitraum danach zeigen</translation>
    </message>
    <message>
      <location filename="ui/reports/shortcuts.py" />
      <source>Show the period before</source>
      <translation>Den Zeitraum davor zeigen</translation>
    </message>
    <message>
      <location filename="ui/shell/shortcuts.py" />
      <source>Show the shortcuts</source>
      <translation>Tastenkürzel anzeigen</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/list_actions.py" />
      <source>Show what can be done with the row</source>
      <translation>Zeigen, was mit der Zeile möglich ist</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_form.py" />
      <source>Shown</source>
      <translation>Sichtbar</translation>
    </message>
    <message>
      <location filename="ui/first_run/restored.py" />
      <location filename="ui/sign_in/view.py" />
      <source>Sign in</source>
      <translation>Anmelden</translation>
    </message>
    <message>
      <location filename="ui/sign_in/demo_logins.py" />
      <source>Sign in as {name}, {role}, password {password}</source>
      <translation>Anmelden als {name}, {role}, Passwort {password}</translation>
    </message>
    <message>
      <location filename="ui/sign_in/lock_page.py" />
      <source>Sign in with a password</source>
      <translation>Mit Passwort anmelden</translation>
    </message>
    <message>
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/exceptions/view.py" />
      <source>Sign off</source>
      <translation>Abzeichnen</translation>
    </message>
    <message>
      <location filename="ui/shell/person.py" />
      <source>Sign out</source>
      <translation>Abmelden</translation>
    </message>
    <message>
      <location filename="ui/sign_in_history.py" />
      <source>Sign-ins</source>
      <translation>Anmeldungen</translation>
    </message>
    <message>
      <location filename="documents/fiscal_lines.py" />
      <source>Signed by the simulator: {signature}</source>
      <translation>Vom Simulator signiert: {signature}</translation>
    </message>
    <message>
      <location filename="ui/people/detail.py" />
      <location filename="ui/people/labels.py" />
      <location filename="ui/sign_in_history.py" />
      <source>Signed in</source>
      <translation>Angemeldet</translation>
    </message>
    <message>
      <location filename="ui/exceptions/columns.py" />
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/exceptions/view.py" />
      <source>Signed off</source>
      <translation>Abgezeichnet</translation>
    </message>
    <message>
      <location filename="ui/sign_in_history.py" />
      <source>Signed out</source>
      <translation>Abgemeldet</translation>
    </message>
    <message>
      <location filename="ui/sign_in/view.py" />
      <source>Signing in …</source>
      <translation>Anmeldung läuft …</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Signs</source>
      <translation>Signiert</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Simulator</source>
      <translation>Simulator</translation>
    </message>
    <message>
      <location filename="ui/people/columns.py" />
      <source>Since</source>
      <translation>Seit</translation>
    </message>
    <message>
      <location filename="ui/catalog/conflicts.py" />
      <location filename="ui/catalog/variant_rows.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>Size of the database</source>
      <translation>Größe der Datenbank</translation>
    </message>
    <message>
      <location filename="ui/catalog/variants.py" />
      <source>Sizes</source>
      <translation>Größen</translation>
    </message>
    <message>
      <location filename="ui/importing/dialog.py" />
      <source>Skip the bad rows and import the others</source>
      <translation>Fehlerhafte Zeilen überspringen und die anderen importieren</translation>
    </message>
    <message>
      <location filename="ui/till/returns/given_back.py" />
      <source>Slip of the gift card</source>
      <translation>Zettel des Gutscheins</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Slow</source>
      <translation>Langsam</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Smallest coin</source>
      <translation>Kleinste Münze</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <location filename="ui/importing/past_sales.py" />
      <location filename="ui/inventory/labels.py" />
      <location filename="ui/reports/stock_columns.py" />
      <location filename="ui/shifts/columns.py" />
      <location filename="ui/shifts/figures.py" />
      <source>Sold</source>
      <translation>Verkauft</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <source>Sold</source>
      <comment>gift cards</comment>
      <translation>Verkauft</translation>
    </message>
    <message>
      <location filename="ui/reports/discount_columns.py" />
      <source>Sold for</source>
      <translation>Verkauft für</translation>
    </message>
    <message>
      <location filename="documents/low_stock.py" />
      <location filename="ui/inventory/low_stock.py" />
      <source>Sold in 30 days</source>
      <translation>Verkauft in 30 Tagen</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Sold in another way</source>
      <translation>Verkaufsart geändert</translation>
    </message>
    <message>
      <location filename="ui/inventory/columns.py" />
      <location filename="ui/inventory/low_stock.py" />
      <location filename="ui/preferences/preview.py" />
      <source>Sold out</source>
      <translation>Ausverkauft</translation>
    </message>
    <message>
      <location filename="ui/till/gift_cards/selling.py" />
      <source>Sold today</source>
      <translation>Heute verkauft</translation>
    </message>
    <message>
      <location filename="ui/counts/posting.py" />
      <source>Some lines cannot be posted</source>
      <translation>Einige Positionen sind nicht buchbar</translation>
    </message>
    <message>
      <location filename="ui/orders/new_order.py" />
      <source>Some products are short. See the lines.</source>
      <translation>Von einigen Artikeln ist nicht genug verfügbar. Bitte prüfen Sie die Positionen.</translation>
    </message>
    <message>
      <location filename="mails/password_reset.html" />
      <location filename="mails/password_reset.txt" />
      <source>Somebody asked for a new password for your account at {store}. Choose it here:</source>
      <translation>Für Ihr Konto bei {store} wurde ein neues Passwort angefordert. Wählen Sie es hier:</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Somebody changed this after you opened it. Look at it again, then repeat what you did.</source>
      <translation>Seit Sie das geöffnet haben, hat es jemand geändert. Bitte noch einmal ansehen und dann wiederholen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Somebody changed this price to {now:money} meanwhile. Press Enter again to make it {wanted:money}.</source>
      <translation>Jemand hat diesen Preis inzwischen auf {now:money} geändert. Drücken Sie noch einmal Enter, um ihn auf {wanted:money} zu setzen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Somebody else has arranged this board meanwhile. Press Enter to keep yours, or Esc twice for theirs.</source>
      <translation>Jemand anderes hat diese Tafel inzwischen angeordnet. Drücken Sie Enter, um Ihre zu behalten, oder zweimal Esc für die andere.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Somebody else has changed or ended this promotion meanwhile. Close this, and open it again.</source>
      <translation>Jemand anders hat diese Preisaktion inzwischen geändert oder beendet. Schließen und noch einmal öffnen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>Somebody has a shift open at this till already.</source>
      <translation>An dieser Kasse hat schon jemand eine Schicht offen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>Somebody has signed this off already.</source>
      <translation>Das hat schon jemand abgezeichnet.</translation>
    </message>
    <message>
      <location filename="ui/orders/customer.py" />
      <source>Somebody known</source>
      <translation>Vorhandener Kunde</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Somebody went on with this sale already, at {register}.</source>
      <translation>Diesen Verkauf hat schon jemand fortgesetzt, an {register}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>Somebody went on with this sale already.</source>
      <translation>Diesen Verkauf hat schon jemand fortgesetzt.</translation>
    </message>
    <message>
      <location filename="ui/catalog/editor.py" />
      <source>Someone</source>
      <translation>Jemand</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Someone else has just changed this. Look at it again.</source>
      <translation>Jemand anders hat das gerade geändert. Bitte noch einmal ansehen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Someone else is changing this and has not finished. Try again in a moment.</source>
      <translation>Jemand anders ändert das gerade und ist noch nicht fertig. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Someone else is working on this right now. Try again.</source>
      <translation>Jemand anders arbeitet gerade daran. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/conflict.py" />
      <source>Someone else saved it while you were editing. Which version should be kept?</source>
      <translation>Jemand anders hat inzwischen gespeichert. Welche Fassung soll bleiben?</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Something comes back for this sale already. Pay it first, or drop what comes back.</source>
      <translation>Zu diesem Verkauf kommt schon etwas zurück. Bezahlen Sie ihn zuerst, oder verwerfen Sie den Umtausch.</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Something else</source>
      <translation>Sonstiges</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Something else uses this already. Look for that, or choose another value.</source>
      <translation>Dieser Wert wird schon verwendet. Bitte danach suchen oder einen anderen wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Something else was taken for this sale meanwhile. Go back to the sale and open Pay again.</source>
      <translation>Für diesen Verkauf wurde inzwischen etwas anderes genommen. Gehen Sie zurück zum Verkauf und öffnen Sie „Bezahlen“ noch einmal.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Something that this belongs to was deleted, or this is still needed elsewhere. Look at it again.</source>
      <translation>Etwas Zugehöriges wurde gelöscht, oder dies wird anderswo noch gebraucht. Bitte noch einmal ansehen.</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/crash.py" />
      <source>Something went wrong in the program</source>
      <translation>Im Programm ist ein Fehler aufgetreten</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Sounds</source>
      <translation>Töne</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Source</source>
      <translation>Herkunft</translation>
    </message>
    <message>
      <location filename="ui/kit/forms/text_pad.py" />
      <source>Space</source>
      <comment>between words</comment>
      <translation>Leerzeichen</translation>
    </message>
    <message>
      <location filename="ui/till/returns/return_lines.py" />
      <source>Space: tick  ·  +, -: pieces  ·  Left, Right: to the shelf or damaged</source>
      <translation>Leertaste: ankreuzen  ·  +, -: Stück  ·  Pfeil links, rechts: ins Regal oder beschädigt</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Speed</source>
      <translation>Geschwindigkeit</translation>
    </message>
    <message>
      <location filename="ui/shell/pages.py" />
      <location filename="ui/start/view.py" />
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <location filename="ui/counts/shortcuts.py" />
      <source>Start a count</source>
      <translation>Inventur starten</translation>
    </message>
    <message>
      <location filename="ui/counts/new_count.py" />
      <source>Start counting</source>
      <translation>Zählung starten</translation>
    </message>
    <message>
      <location filename="ui/first_run/progress.py" />
      <source>Start the database</source>
      <translation>Datenbank starten</translation>
    </message>
    <message>
      <location filename="ui/counts/overview.py" />
      <source>Start the first one. The tills can keep selling meanwhile.</source>
      <translation>Starten Sie die erste. An den Kassen kann dabei weiter verkauft werden.</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>Start your own store. The database is included; there is nothing to install.</source>
      <translation>Beginnen Sie mit Ihrem eigenen Laden. Die Datenbank ist dabei; Sie müssen nichts installieren.</translation>
    </message>
    <message>
      <location filename="ui/counts/overview.py" />
      <source>Started</source>
      <translation>Begonnen</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Started PostgreSQL {where}.</source>
      <translation>PostgreSQL {where} gestartet.</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <location filename="ui/orders/approvals.py" />
      <location filename="ui/timeline/fields.py" />
      <source>State</source>
      <translation>Status</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/first_run/new_store.py" />
      <location filename="ui/orders/dialogs.py" />
      <location filename="ui/settings/store.py" />
      <location filename="ui/timeline/fields.py" />
      <source>State or region</source>
      <translation>Bundesland/Region</translation>
    </message>
    <message>
      <location filename="ui/catalog/conflicts.py" />
      <location filename="ui/catalog/form.py" />
      <location filename="ui/catalog/view.py" />
      <location filename="ui/counts/lines.py" />
      <location filename="ui/counts/overview.py" />
      <location filename="ui/customers/card.py" />
      <location filename="ui/inventory/low_stock.py" />
      <location filename="ui/orders/queues.py" />
      <location filename="ui/outbox/columns.py" />
      <location filename="ui/people/columns.py" />
      <location filename="ui/shifts/columns.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Status changed</source>
      <translation>Status geändert</translation>
    </message>
    <message>
      <location filename="ui/till/sale/paid_card.py" />
      <source>Still missing</source>
      <translation>Fehlt noch</translation>
    </message>
    <message>
      <location filename="documents/deposit_receipts.py" />
      <location filename="ui/till/collecting/order_panel.py" />
      <source>Still open</source>
      <translation>Noch offen</translation>
    </message>
    <message>
      <location filename="documents/customer_display.py" />
      <location filename="ui/till/checkout/amount_due.py" />
      <source>Still to pay</source>
      <translation>Noch zu zahlen</translation>
    </message>
    <message>
      <location filename="ui/catalog/editor.py" />
      <location filename="ui/health/rule_lines.py" />
      <location filename="ui/importing/labels.py" />
      <location filename="ui/inventory/columns.py" />
      <location filename="ui/orders/detail.py" />
      <location filename="ui/reports/labels.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Stock</source>
      <translation>Bestand</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <source>Stock and codes</source>
      <translation>Bestand und Codes</translation>
    </message>
    <message>
      <location filename="ui/counts/overview.py" />
      <source>Stock counts</source>
      <translation>Inventuren</translation>
    </message>
    <message>
      <location filename="ui/inventory/shortcuts.py" />
      <source>Stock form</source>
      <translation>Bestandsformular</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Stock import begun</source>
      <translation>Bestandsimport begonnen</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Stock import ended</source>
      <translation>Bestandsimport beendet</translation>
    </message>
    <message>
      <location filename="ui/importing/tabs.py" />
      <source>Stock not set</source>
      <translation>Bestand nicht gesetzt</translation>
    </message>
    <message>
      <location filename="ui/importing/choices.py" />
      <source>Stock of each new product</source>
      <translation>Bestand je neuem Artikel</translation>
    </message>
    <message>
      <location filename="ui/importing/unset.py" />
      <source>Stock that was not set</source>
      <translation>Bestand, der nicht gesetzt wurde</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Stock value</source>
      <translation>Lagerwert</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Stock: {what}</source>
      <translation>Bestand: {what}</translation>
    </message>
    <message>
      <location filename="ui/first_run/restored.py" />
      <location filename="ui/settings/store.py" />
      <source>Store</source>
      <translation>Geschäft</translation>
    </message>
    <message>
      <location filename="ui/health/rule_lines.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Store as a whole</source>
      <translation>Laden als Ganzes</translation>
    </message>
    <message>
      <location filename="ui/returns/refund_choice.py" />
      <source>Store credit</source>
      <translation>Gutschein</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>StoreDesk</source>
      <translation>StoreDesk</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>StoreDesk ends this by itself when a till has waited for 2 seconds. If it happens often, ask this person which program they use.</source>
      <translation>StoreDesk beendet das von selbst, sobald eine Kasse 2 Sekunden gewartet hat. Kommt es oft vor, bitte fragen, mit welchem Programm diese Person arbeitet.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>StoreDesk is open with this profile already, and does not answer. Close it first (process {process}), or give another folder with --profile.</source>
      <translation>StoreDesk ist mit diesem Profil schon offen und antwortet nicht. Bitte zuerst schließen (Prozess {process}) oder mit --profile einen anderen Ordner angeben.</translation>
    </message>
    <message>
      <location filename="ui/preferences/customer_screen.py" />
      <source>StoreDesk itself is on this screen: move its window to the other one.</source>
      <translation>Auf diesem Bildschirm ist StoreDesk selbst: Verschieben Sie sein Fenster auf den anderen.</translation>
    </message>
    <message>
      <location filename="ui/health/report.py" />
      <source>StoreDesk report</source>
      <translation>StoreDesk-Bericht</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>StoreDesk was upgraded meanwhile. Check the rules again.</source>
      <translation>StoreDesk wurde inzwischen aktualisiert. Bitte die Regeln noch einmal prüfen.</translation>
    </message>
    <message>
      <location filename="ui/carrier_labels.py" />
      <source>StoreDesk's list</source>
      <translation>Liste von StoreDesk</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <location filename="ui/settings/store.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Street</source>
      <translation>Straße</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/first_run/new_store.py" />
      <source>Street and number</source>
      <translation>Straße und Hausnummer</translation>
    </message>
    <message>
      <location filename="ui/outbox/columns.py" />
      <location filename="ui/settings/mails.py" />
      <source>Subject</source>
      <translation>Betreff</translation>
    </message>
    <message>
      <location filename="ui/mail_labels.py" />
      <source>Subject of “{mail}”</source>
      <translation>Betreff von „{mail}“</translation>
    </message>
    <message>
      <location filename="documents/customer_display.py" />
      <location filename="documents/email_texts.py" />
      <location filename="documents/receipts.py" />
      <location filename="ui/orders/detail.py" />
      <location filename="ui/orders/new_order.py" />
      <location filename="ui/till/sale/sale_totals.py" />
      <source>Subtotal</source>
      <translation>Zwischensumme</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_field.py" />
      <source>Such as Drinks</source>
      <translation>Zum Beispiel Getränke</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Switch this off only for a printer that prints and never answers.</source>
      <translation>Das nur bei einem Drucker ausschalten, der druckt und nie antwortet.</translation>
    </message>
    <message>
      <location filename="ui/shell/person.py" />
      <source>Switch user</source>
      <translation>Wechseln</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <location filename="ui/preferences/rows.py" />
      <source>System</source>
      <translation>System</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>TIME_ZONE</source>
      <translation>ZEITZONE</translation>
    </message>
    <message>
      <location filename="ui/outbox/settings.py" />
      <location filename="ui/outbox/setup.py" />
      <source>TLS from the start</source>
      <translation>TLS von Anfang an</translation>
    </message>
    <message>
      <location filename="ui/importing/past_sales.py" />
      <source>Tables (*.csv *.tsv *.txt *.gz)</source>
      <translation>Tabellen (*.csv *.tsv *.txt *.gz)</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>Tables of the store</source>
      <translation>Tabellen des Ladens</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Take a deposit or the rest at this till</source>
      <translation>Anzahlung oder Rest an dieser Kasse annehmen</translation>
    </message>
    <message>
      <location filename="ui/orders/view.py" />
      <source>Take a new order</source>
      <translation>Neue Bestellung aufnehmen</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>Take back</source>
      <translation>Zurücknehmen</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>Take back {rate} from {day}?</source>
      <translation>{rate} ab {day} zurücknehmen?</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/pay_panel.py" />
      <source>Take gift card</source>
      <translation>Gutschein annehmen</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <location filename="ui/till/function_keys.py" />
      <source>Take goods back</source>
      <translation>Ware zurücknehmen</translation>
    </message>
    <message>
      <location filename="ui/orders/returns.py" />
      <source>Take it back</source>
      <translation>Zurücknehmen</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Take off more than 0 and less than 100 percent, or name an amount above zero.</source>
      <translation>Mehr als 0 und weniger als 100 Prozent nachlassen, oder einen Betrag über null nennen.</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/move_cash.py" />
      <source>Take out</source>
      <translation>Entnehmen</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>Take out of use</source>
      <translation>Außer Gebrauch nehmen</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <location filename="ui/orders/order_sheet.py" />
      <source>Take payment</source>
      <translation>Kassieren</translation>
    </message>
    <message>
      <location filename="ui/orders/view.py" />
      <source>Take payment of the new order</source>
      <translation>Neue Bestellung kassieren</translation>
    </message>
    <message>
      <location filename="ui/importing/past_sales.py" />
      <source>Take the past sales of {files} away?</source>
      <translation>Die früheren Verkäufe aus {files} entfernen?</translation>
    </message>
    <message>
      <location filename="ui/orders/command_buttons.py" />
      <source>Take the payment and confirm the order</source>
      <translation>Zahlung annehmen und Bestellung bestätigen</translation>
    </message>
    <message>
      <location filename="ui/importing/past_sales.py" />
      <source>Take them away</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="ui/importing/past_sales.py" />
      <source>Take this import away</source>
      <translation>Diesen Import rückgängig machen</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Take this payment at a till with an open shift, or have a manager take it.</source>
      <translation>Diese Zahlung bitte an einer Kasse mit offener Schicht annehmen oder von der Leitung annehmen lassen.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/pay_panel.py" />
      <location filename="ui/till/gift_cards/selling.py" />
      <source>Take {amount}</source>
      <translation>{amount} kassieren</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>Take {register} out of use?</source>
      <translation>{register} außer Gebrauch nehmen?</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <location filename="ui/reports/columns.py" />
      <source>Taken</source>
      <translation>Erfasst</translation>
    </message>
    <message>
      <location filename="documents/return_receipts.py" />
      <source>Taken back by {name}</source>
      <translation>Zurückgenommen von {name}</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Taken by</source>
      <translation>Genommen von</translation>
    </message>
    <message>
      <location filename="ui/start/hour_card.py" />
      <source>Taken {amount} with tax</source>
      <translation>Eingenommen: {amount} mit Steuer</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <location filename="ui/reports/columns.py" />
      <location filename="ui/reports/return_columns.py" />
      <source>Tax</source>
      <translation>MwSt.</translation>
    </message>
    <message>
      <location filename="ui/settings/store.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Tax ID</source>
      <translation>Steuernummer</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <source>Tax ID {id}</source>
      <translation>St.-Nr./USt-IdNr. {id}</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_form.py" />
      <location filename="ui/catalog/conflicts.py" />
      <location filename="ui/catalog/detail.py" />
      <location filename="ui/catalog/form.py" />
      <location filename="ui/settings/tax_labels.py" />
      <location filename="ui/settings/taxes.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Tax class</source>
      <translation>Steuerklasse</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Tax class added</source>
      <translation>Steuerklasse angelegt</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Tax class renamed</source>
      <translation>Steuerklasse umbenannt</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>Tax classes</source>
      <translation>Steuerklassen</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Tax in prices</source>
      <translation>Steuer in den Preisen</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>Tax name on receipts</source>
      <translation>Steuername auf Belegen</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Tax of a category changed</source>
      <translation>Steuer einer Kategorie geändert</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <source>Tax of returns</source>
      <translation>Steuer auf Rückgaben</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <source>Tax of sales</source>
      <translation>Steuer auf Umsatz</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Tax rate</source>
      <translation>Steuersatz</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Tax rate changed</source>
      <translation>Steuersatz geändert</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>Tax rates</source>
      <translation>Steuersätze</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <source>Tax to pay</source>
      <translation>Zu zahlende Steuer</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>Taxes</source>
      <translation>Steuern</translation>
    </message>
    <message>
      <location filename="ui/preferences/preview.py" />
      <source>Tea towel</source>
      <translation>Geschirrtuch</translation>
    </message>
    <message>
      <location filename="ui/orders/customer.py" />
      <location filename="ui/till/sale/new_customer.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Telephone</source>
      <translation>Telefon</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <location filename="ui/reports/labels.py" />
      <source>Tender</source>
      <translation>Zahlungsart</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <source>Test print</source>
      <translation>Testdruck</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <source>Test print: {printer}</source>
      <translation>Testdruck: {printer}</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>Test receipt</source>
      <translation>Testbeleg</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Text file busy</source>
      <translation>Die Datei wird gerade ausgeführt</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/handbook.py" />
      <source>Text of the page</source>
      <translation>Text der Seite</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/exporting.py" />
      <location filename="ui/shifts/view.py" />
      <source>Text separated by commas (*.csv)</source>
      <translation>Text, durch Kommas getrennt (*.csv)</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Text size</source>
      <translation>Textgröße</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Thai</source>
      <translation>Thai</translation>
    </message>
    <message>
      <location filename="mails/order_confirmation.html" />
      <source>Thank you for your order</source>
      <translation>Vielen Dank für Ihre Bestellung</translation>
    </message>
    <message>
      <location filename="documents/packing_slips.py" />
      <source>Thank you for your order!</source>
      <translation>Vielen Dank für Ihre Bestellung!</translation>
    </message>
    <message>
      <location filename="documents/customer_display.py" />
      <location filename="documents/receipts.py" />
      <location filename="mails/order_confirmation.txt" />
      <location filename="ui/settings/receipt.py" />
      <source>Thank you!</source>
      <translation>Vielen Dank!</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>That was longer than {longest:number} characters. Only the beginning was taken.</source>
      <translation>Das war länger als {longest:number} Zeichen. Nur der Anfang wurde übernommen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The CA file does not confirm the server's certificate. Check the host and the CA file.</source>
      <translation>Die CA-Datei bestätigt das Zertifikat des Servers nicht. Bitte den Host und die CA-Datei prüfen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The PIN of {name} can no longer be used here. Sign in with the password.</source>
      <translation>Die PIN von {name} gilt hier nicht mehr. Bitte mit dem Passwort anmelden.</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>The address is removed.</source>
      <translation>Die Adresse wurde entfernt.</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>The address is saved.</source>
      <translation>Die Adresse wurde gespeichert.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The administrator of the server put {login} into a group by hand. Ask them to take {login} out of it.</source>
      <translation>{login} wurde vom Administrator des Servers von Hand in eine Gruppe aufgenommen. Bitten Sie ihn, {login} wieder herauszunehmen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The amounts and the number of order {number} cannot be changed.</source>
      <translation>Die Beträge und die Nummer der Bestellung {number} lassen sich nicht ändern.</translation>
    </message>
    <message>
      <location filename="ui/first_run/restore.py" />
      <source>The backup is checked before anything is made, and is never changed. If the restoring fails or is canceled, nothing is left of it.</source>
      <translation>Die Sicherung wird geprüft, bevor etwas angelegt wird, und nie verändert. Wenn das Wiederherstellen misslingt oder abgebrochen wird, bleibt nichts davon zurück.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The backup login of this store is {login}. Use that name.</source>
      <translation>Der Anmeldename für Sicherungen dieses Ladens ist {login}. Bitte diesen Namen verwenden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The backup was canceled, and nothing is left of it.</source>
      <translation>Die Sicherung wurde abgebrochen, und nichts ist von ihr übrig.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The backup was restored as a test, and {table} differs, so it was not kept. Back up again.</source>
      <translation>Die Sicherung wurde zur Probe wiederhergestellt, dabei weicht {table} ab. Sie wurde daher nicht behalten. Bitte noch einmal sichern.</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>The badge of {name} is no longer good.</source>
      <translation>Der Ausweis von {name} gilt nicht mehr.</translation>
    </message>
    <message>
      <location filename="ui/shell/badge_switch.py" />
      <source>The badge was not taken: something else is open. F12 locks.</source>
      <translation>Der Ausweis wurde nicht angenommen: Es ist noch etwas offen. F12 sperrt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The barcode {value} belongs to {other}, and this row has another SKU. Match by barcode to change {other}, or remove the barcode.</source>
      <translation>Der Barcode {value} gehört zu {other}, und diese Zeile hat eine andere Artikelnummer. Bitte nach Barcode zuordnen, um {other} zu ändern, oder den Barcode entfernen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The basket does not add up: {differs} is {found}, not {wanted}.</source>
      <translation>Der Warenkorb geht nicht auf: {differs} ist {found}, nicht {wanted}.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_labels.py" />
      <source>The card terminal does not answer. Is it on? Nothing was charged.</source>
      <translation>Das Kartenterminal antwortet nicht. Ist es an? Es wurde nichts abgebucht.</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <source>The certificate cannot be saved: {what}.</source>
      <translation>Das Zertifikat kann nicht gespeichert werden: {what}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The certificates in {folder} are incomplete. Restore them from a backup, or move the folder away to make new ones: then every till has to join again.</source>
      <translation>Die Zertifikate in {folder} sind unvollständig. Bitte aus einer Sicherung wiederherstellen oder den Ordner verschieben, um neue zu erstellen: Dann muss sich jede Kasse neu verbinden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The check digit of this number is wrong. Scan it again, or type it once more if the label says so.</source>
      <translation>Die Prüfziffer dieser Nummer stimmt nicht. Bitte noch einmal scannen. Steht sie so auf dem Etikett, bitte noch einmal eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The check digit of this {carrier} number is wrong. Scan it again, or type it once more if the label says so.</source>
      <translation>Die Prüfziffer dieser Nummer von {carrier} stimmt nicht. Bitte noch einmal scannen. Steht sie so auf dem Etikett, bitte noch einmal eingeben.</translation>
    </message>
    <message>
      <location filename="ui/health/view.py" />
      <source>The check was canceled.</source>
      <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The code {code} belongs to a product that was deleted. Restore that one, or use another code.</source>
      <translation>Der Code {code} gehört zu einem gelöschten Artikel. Bitte diesen wiederherstellen oder einen anderen Code verwenden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The code {code} belongs to {name}, which was deleted. Restore that one, or use another code.</source>
      <translation>Der Code {code} gehört zu {name} (gelöscht). Bitte diesen Artikel wiederherstellen oder einen anderen Code verwenden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The code {code} is in use already, by {name}.</source>
      <translation>Der Code {code} ist schon vergeben, an {name}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The code {code} is in use already.</source>
      <translation>Der Code {code} ist schon vergeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The code {value} appears earlier in this file, for something else.</source>
      <translation>Der Code {value} steht weiter oben in dieser Datei schon für etwas anderes.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The code {value} belongs to another product of the store.</source>
      <translation>Der Code {value} gehört zu einem anderen Artikel des Ladens.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The column {column} of {table} cannot be changed.</source>
      <translation>Die Spalte {column} von {table} lässt sich nicht ändern.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The computer refused this: {what}.</source>
      <translation>Der Computer hat das abgelehnt: {what}.</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <source>The connection is encrypted, the server is verified with this certificate, and your password itself is never sent. A server on this computer needs no certificate.</source>
      <translation>Die Verbindung ist verschlüsselt, der Server wird mit diesem Zertifikat geprüft, und Ihr Passwort selbst wird nie übertragen. Ein Server auf diesem Computer braucht kein Zertifikat.</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/close_shift.py" />
      <source>The count of {amount} stays on the report, beside its correction.</source>
      <translation>Die Zählung von {amount} bleibt im Bericht, neben ihrer Korrektur.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The count {name} is over: it was {status:state}.</source>
      <translation>Die Inventur {name} ist schon beendet: Sie wurde {status:state}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The cover of the receipt printer is open.</source>
      <translation>Die Klappe des Belegdruckers ist offen.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_labels.py" />
      <source>The customer did not present a card in time. Nothing was charged.</source>
      <translation>Es wurde nicht rechtzeitig eine Karte vorgehalten. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
      <location filename="ui/customers/customer_form.py" />
      <source>The customer has to confirm the new e-mail address.</source>
      <translation>Der Kunde muss die neue E-Mail-Adresse bestätigen.</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>The customer is saved.</source>
      <translation>Der Kunde wurde gespeichert.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_panel.py" />
      <source>The customer presents the card, and types the PIN if it asks for one.</source>
      <translation>Jetzt wird die Karte vorgehalten und, wenn das Terminal danach fragt, die PIN eingegeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The data in {folder} was made by another version of PostgreSQL.</source>
      <translation>Die Daten in {folder} stammen von einer anderen Version von PostgreSQL.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The database does not answer, so it is not known whether this part was kept. Press Pay: it shows what was taken.</source>
      <translation>Die Datenbank antwortet nicht, daher ist nicht bekannt, ob dieser Teil festgehalten wurde. Drücken Sie „Bezahlen“: Dort steht, was genommen wurde.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/checkout_controller.py" />
      <source>The database does not answer. Checking whether the sale was booked…</source>
      <translation>Die Datenbank antwortet nicht. Es wird geprüft, ob der Verkauf gebucht wurde…</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The database stopped answering. Check whether this was done before you try again.</source>
      <translation>Die Datenbank antwortet nicht mehr. Bitte erst prüfen, ob das schon ausgeführt wurde, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The database {name} has the locale {locale}, and a store needs C.UTF-8. Give a name that is not in use: StoreDesk then creates the database as needed.</source>
      <translation>Die Datenbank {name} hat die Locale {locale}, ein Laden braucht C.UTF-8. Bitte einen noch nicht vergebenen Namen angeben: StoreDesk legt die Datenbank dann passend an.</translation>
    </message>
    <message>
      <location filename="ui/importing/columns.py" />
      <source>The day</source>
      <translation>Der Tag</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>The default tax class is changed.</source>
      <translation>Die Standard-Steuerklasse ist geändert.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The demo store could not be made, and nothing of it was kept. This is a fault of StoreDesk; a new store of your own still works.</source>
      <translation>Der Demo-Laden konnte nicht angelegt werden, und nichts davon wurde behalten. Das ist ein Fehler von StoreDesk; ein eigener neuer Laden funktioniert trotzdem.</translation>
    </message>
    <message>
      <location filename="ui/sign_in/view.py" />
      <source>The demo store on this computer</source>
      <translation>Der Demo-Laden auf diesem Computer</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The demo's logins could not be read. They are kept as {file}. Choose “Use another store”, then the demo store: it is made again, with new logins.</source>
      <translation>Die Anmeldedaten der Demo konnten nicht gelesen werden. Sie wurden als {file} aufbewahrt. Bitte „Anderen Laden verwenden“ wählen, dann den Demo-Laden: Er wird mit neuen Anmeldedaten neu angelegt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The demo's prices have cents, and {currency} has none. Make another store for it.</source>
      <translation>Die Preise der Demo haben Cent, {currency} hat keine. Bitte dafür einen anderen Laden anlegen.</translation>
    </message>
    <message>
      <location filename="ui/shell/notices.py" />
      <source>The disk has less than 2 GB left. Free some space soon.</source>
      <translation>Auf der Festplatte sind weniger als 2 GB frei. Schaffen Sie bald Platz.</translation>
    </message>
    <message>
      <location filename="ui/shell/notices.py" />
      <source>The disk is full. Free some space before you sell anything else.</source>
      <translation>Die Festplatte ist voll. Schaffen Sie Platz, bevor Sie wieder etwas verkaufen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The disk of the store's database is full. Make room before you go on.</source>
      <translation>Die Festplatte mit der Datenbank des Ladens ist voll. Bitte Platz schaffen, bevor Sie weiterarbeiten.</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/open_drawer.py" />
      <source>The drawer did not open</source>
      <translation>Die Lade ging nicht auf</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The drawer differs by {difference:money}. Give a reason.</source>
      <translation>Die Kassenlade weicht um {difference:money} ab. Bitte einen Grund angeben.</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/open_drawer.py" />
      <source>The drawer opens once this is written down, with your name and the reason.</source>
      <translation>Die Kassenlade öffnet sich, sobald das mit Ihrem Namen und dem Grund festgehalten ist.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The e-mail is on its way already, and cannot be called off.</source>
      <translation>Die E-Mail ist schon unterwegs und lässt sich nicht mehr zurückhalten.</translation>
    </message>
    <message>
      <location filename="ui/outbox/view.py" />
      <source>The e-mail is sent again.</source>
      <translation>Die E-Mail wird erneut gesendet.</translation>
    </message>
    <message>
      <location filename="ui/receipt_mails.py" />
      <source>The e-mail to {address} is called off.</source>
      <translation>Die E-Mail an {address} geht nicht hinaus.</translation>
    </message>
    <message>
      <location filename="ui/outbox/view.py" />
      <source>The e-mail will be tried again.</source>
      <translation>Das Senden der E-Mail wird erneut versucht.</translation>
    </message>
    <message>
      <location filename="mails/test.html" />
      <source>The e-mails to your customers look like this.</source>
      <translation>So sehen die E-Mails an Ihre Kunden aus.</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <source>The export was canceled. No file is left of it.</source>
      <translation>Der Export wurde abgebrochen. Es bleibt keine Datei zurück.</translation>
    </message>
    <message>
      <location filename="ui/importing/past_import.py" />
      <location filename="ui/importing/tabs.py" />
      <source>The file</source>
      <translation>Die Datei</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The file is in {file}, but the store sells in {store}.</source>
      <translation>Die Datei ist in {file}, der Laden verkauft aber in {store}.</translation>
    </message>
    <message>
      <location filename="ui/reports/question.py" />
      <source>The first day is after the last one.</source>
      <translation>Der erste Tag liegt nach dem letzten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The first person of the new store is missing. Give --owner.</source>
      <translation>Die erste Person des neuen Ladens fehlt. Bitte --owner angeben.</translation>
    </message>
    <message>
      <location filename="ui/importing/changes.py" />
      <source>The first {shown} of {all} changes. The list as a file has all of them.</source>
      <translation>Die ersten {shown} von {all} Änderungen. Die gespeicherte Liste enthält alle.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The gift cards cover this sale. Nothing is left to pay.</source>
      <translation>Die Gutscheine decken diesen Verkauf. Es ist nichts mehr zu zahlen.</translation>
    </message>
    <message>
      <location filename="ui/till/receipts/receipt_controller.py" />
      <source>The gift receipt of {number} is sent to the printer.</source>
      <translation>Der Geschenkbeleg von {number} ist an den Drucker geschickt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The gift receipt was printed, but this could not be written down: the history of the order does not show it.</source>
      <translation>Der Geschenkbeleg wurde gedruckt, konnte aber nicht vermerkt werden: Der Verlauf der Bestellung zeigt ihn nicht.</translation>
    </message>
    <message>
      <location filename="ui/settings/mails.py" />
      <source>The heading, what was ordered and your address stay as they are. An e-mail is written when it is sent, in the words of that moment.</source>
      <translation>Die Überschrift, was bestellt wurde und die Adresse des Ladens bleiben, wie sie sind. Eine E-Mail wird geschrieben, wenn sie gesendet wird, mit den Worten von dann.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The import was canceled while stock was being set. Import the same file within 24 hours to set the rest.</source>
      <translation>Der Import wurde abgebrochen, während Bestände gesetzt wurden. Bitte dieselbe Datei innerhalb von 24 Stunden importieren, um die übrigen zu setzen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The import was canceled, and nothing was changed.</source>
      <translation>Der Import wurde abgebrochen, und es wurde nichts geändert.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The label {code} could not be read. Scan it again, or type the weight.</source>
      <translation>Das Etikett {code} war nicht lesbar. Scannen Sie es noch einmal, oder geben Sie das Gewicht ein.</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>The latest</source>
      <translation>Der neueste</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The least cash cannot be more than the most.</source>
      <translation>Der Mindestbestand kann nicht größer sein als der Höchstbestand.</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>The limits were saved.</source>
      <translation>Die Grenzen wurden gespeichert.</translation>
    </message>
    <message>
      <location filename="mails/password_reset.html" />
      <location filename="mails/password_reset.txt" />
      <source>The link is valid until {moment}, and works once.</source>
      <translation>Der Link gilt bis {moment} und nur einmal.</translation>
    </message>
    <message>
      <location filename="mails/verification.html" />
      <location filename="mails/verification.txt" />
      <source>The link is valid until {moment}.</source>
      <translation>Der Link gilt bis {moment}.</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>The list</source>
      <translation>Die Liste</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The login or the password is wrong. Type both again.</source>
      <translation>Der Anmeldename oder das Passwort ist falsch. Bitte beides noch einmal eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The login {login} exists on this server already. Choose another one.</source>
      <translation>Der Anmeldename {login} ist auf diesem Server schon vergeben. Bitte einen anderen wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The lowest amount is {smallest:money}.</source>
      <translation>Der niedrigste Betrag ist {smallest:money}.</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>The mail server accepted the e-mail to {to}. Check that it has arrived.</source>
      <translation>Der Mailserver hat die E-Mail an {to} angenommen. Prüfen Sie, ob sie angekommen ist.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The mail server accepts no e-mail at the moment: {said}</source>
      <translation>Der Mailserver nimmt im Moment keine E-Mails an: {said}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The mail server at {host} does not let anybody sign in. Leave the user empty, or choose STARTTLS or TLS.</source>
      <translation>Beim Mailserver unter {host} kann sich niemand anmelden. Bitte den Benutzer leer lassen oder STARTTLS oder TLS wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The mail server at {host} does not prove that it is {host}.</source>
      <translation>Der Mailserver unter {host} weist nicht nach, dass er {host} ist.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The mail server at {host} does not prove that it is {host}: {said}</source>
      <translation>Der Mailserver unter {host} weist nicht nach, dass er {host} ist: {said}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The mail server at {host} offers no STARTTLS, so nothing was sent.</source>
      <translation>Der Mailserver unter {host} bietet kein STARTTLS an, daher wurde nichts gesendet.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The mail server cannot send to {address}: it accepts plain ASCII addresses only. Ask the customer for another one.</source>
      <translation>Der Mailserver kann nicht an {address} senden: Er nimmt nur reine ASCII-Adressen an. Bitte den Kunden nach einer anderen fragen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The mail server did not accept the e-mail this time: {said}</source>
      <translation>Der Mailserver hat die E-Mail diesmal nicht angenommen: {said}</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>The mail server did not say why.</source>
      <translation>Der Mailserver hat keinen Grund genannt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The mail server does not accept this user and password: {said}</source>
      <translation>Der Mailserver nimmt diesen Benutzer und dieses Passwort nicht an: {said}</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The mail server does not answer.</source>
      <translation>Der Mailserver antwortet nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The mail server does not answer: {said}</source>
      <translation>Der Mailserver antwortet nicht: {said}</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The mail server does not let anybody sign in. Leave the user empty, or choose STARTTLS or TLS.</source>
      <translation>Beim Mailserver kann sich niemand anmelden. Bitte den Benutzer leer lassen oder STARTTLS oder TLS wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The mail server does not let this store send as {sender}.</source>
      <translation>Der Mailserver lässt diesen Laden nicht als {sender} senden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The mail server does not let this store send as {sender}: {said}</source>
      <translation>Der Mailserver lässt diesen Laden nicht als {sender} senden: {said}</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The mail server does not prove that it is the right one.</source>
      <translation>Der Mailserver weist nicht nach, dass er der richtige ist.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The mail server does not prove that it is the right one: {said}</source>
      <translation>Der Mailserver weist nicht nach, dass er der richtige ist: {said}</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The mail server does not take this store as a sender.</source>
      <translation>Der Mailserver nimmt diesen Laden nicht als Absender an.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The mail server does not take this store as a sender: {said}</source>
      <translation>Der Mailserver nimmt diesen Laden nicht als Absender an: {said}</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The mail server offers no STARTTLS, so nothing was sent.</source>
      <translation>Der Mailserver bietet kein STARTTLS an, daher wurde nichts gesendet.</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>The mail server takes none, or no mailer runs. The outbox has what it says.</source>
      <translation>Der Mailserver nimmt keine an, oder kein Mailer läuft. Was er sagt, steht im Postausgang.</translation>
    </message>
    <message>
      <location filename="ui/importing/columns.py" />
      <source>The month</source>
      <translation>Der Monat</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>The most frequent</source>
      <translation>Der häufigste</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>The name is saved.</source>
      <translation>Der Name ist gespeichert.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The name or address at which the tills reach this server is missing. Give --host.</source>
      <translation>Der Name oder die Adresse, unter der die Kassen diesen Server erreichen, fehlt. Bitte --host angeben.</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>The new person signs in as {login}.</source>
      <translation>Die neue Person meldet sich als {login} an.</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>The newest; older ones are deleted from that folder.</source>
      <translation>Die neuesten; ältere werden in diesem Ordner gelöscht.</translation>
    </message>
    <message>
      <location filename="ui/till/sale/next_sale.py" />
      <source>The next scan starts the next sale</source>
      <translation>Der nächste Scan beginnt den nächsten Verkauf</translation>
    </message>
    <message>
      <location filename="ui/exceptions/view.py" />
      <location filename="ui/shifts/view.py" />
      <source>The note</source>
      <translation>Die Notiz</translation>
    </message>
    <message>
      <location filename="ui/settings/scale_code_dialog.py" />
      <source>The number is the barcode or the SKU of the product, without zeros in front if it has none. Print a label on your scale, and compare it.</source>
      <translation>Die Nummer ist der Barcode oder die Artikelnummer des Artikels, ohne führende Nullen, wenn er keine hat. Drucken Sie ein Etikett mit Ihrer Waage, und vergleichen Sie.</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>The oldest waits for</source>
      <translation>Die älteste wartet seit</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/open_drawer.py" />
      <source>The opening is written down.</source>
      <translation>Die Öffnung ist festgehalten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The options of a store of this server are kept in {file}, which cannot be read. Restore that file from a backup, or delete it and give every option again.</source>
      <translation>Die Optionen eines Ladens dieses Servers liegen in {file}; diese Datei kann nicht gelesen werden. Bitte aus einer Sicherung wiederherstellen oder löschen und alle Optionen neu angeben.</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>The order goes to the top of the orders to ship. The e-mail to the customer waits until its next label is scanned.</source>
      <translation>Die Bestellung rückt an die erste Stelle der zu versendenden Bestellungen. Die E-Mail an den Kunden wartet, bis das neue Versandetikett gescannt wird.</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>The password is kept in this computer's password store, never in the store's database. Where storedesk mailer sends the e-mails, set STOREDESK_SMTP_PASSWORD.</source>
      <translation>Das Passwort liegt im Passwortspeicher dieses Computers, nie in der Datenbank des Ladens. Wo storedesk mailer die E-Mails sendet, setzen Sie STOREDESK_SMTP_PASSWORD.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The password is too short. Use at least {least} characters.</source>
      <translation>Das Passwort ist zu kurz. Bitte mindestens {least} Zeichen verwenden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The password of the mail server is not known on this computer: set STOREDESK_SMTP_PASSWORD, or type it in Outbox, Set up e-mail.</source>
      <translation>Das Passwort des Mailservers ist auf diesem Computer nicht bekannt: Bitte STOREDESK_SMTP_PASSWORD setzen oder das Passwort im Postausgang unter „E-Mail einrichten“ eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The password store of this computer does not answer. Type the password.</source>
      <translation>Der Passwortspeicher dieses Computers antwortet nicht. Bitte das Passwort eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The password was not hashed as required. Update StoreDesk, then try again.</source>
      <translation>Das Passwort wurde nicht wie vorgeschrieben gehasht. Bitte StoreDesk aktualisieren und dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The password would be sent unprotected to {host}. Choose STARTTLS or TLS.</source>
      <translation>Das Passwort würde ungeschützt an {host} gesendet. Bitte STARTTLS oder TLS wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The password would be sent unprotected. Choose STARTTLS or TLS.</source>
      <translation>Das Passwort würde ungeschützt gesendet. Bitte STARTTLS oder TLS wählen.</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>The passwords differ. Type both again.</source>
      <translation>Die Passwörter sind verschieden. Bitte beide neu eingeben.</translation>
    </message>
    <message>
      <location filename="mails/order_cancelled.html" />
      <location filename="mails/order_cancelled.txt" />
      <source>The payment did not arrive in time.</source>
      <translation>Die Zahlung ist nicht rechtzeitig eingegangen.</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>The payment method is removed.</source>
      <translation>Die Zahlungsart wurde entfernt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The port is a number from 1 to 65535. Printers usually have 9100.</source>
      <translation>Der Port ist eine Zahl von 1 bis 65535. Drucker haben meist 9100.</translation>
    </message>
    <message>
      <location filename="ui/counts/view.py" />
      <source>The posted count is undone.</source>
      <translation>Die gebuchte Inventur ist rückgängig gemacht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The price on the label of {name} is in {currency}. Weigh it, and type the weight.</source>
      <translation>Der Preis auf dem Etikett von {name} ist in {currency}. Wiegen Sie es, und geben Sie das Gewicht ein.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The price would be {price:money}. It has to be more than zero.</source>
      <translation>Der Preis wäre {price:money}. Er muss größer als null sein.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The prices were held for 15 minutes, and something has changed since. Check the total again.</source>
      <translation>Die Preise galten 15 Minuten, und seitdem hat sich etwas geändert. Bitte den Gesamtbetrag noch einmal prüfen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The printer at {printer} hung up. Look whether the receipt is whole.</source>
      <translation>Der Drucker unter {printer} hat aufgelegt. Nachsehen, ob der Beleg vollständig ist.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The printer at {printer} takes the connection and does not answer. Switch it off and on.</source>
      <translation>Der Drucker unter {printer} nimmt die Verbindung an und antwortet nicht. Ihn aus- und einschalten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The printer does not answer.</source>
      <translation>Der Drucker antwortet nicht.</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>The product was deleted</source>
      <translation>Der Artikel wurde gelöscht</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The programs of PostgreSQL {major} are not on this computer. Install them: on Debian, apt-get install postgresql-client-{major}.</source>
      <translation>Die Programme von PostgreSQL {major} sind nicht auf diesem Computer. Bitte installieren, unter Debian mit apt-get install postgresql-client-{major}.</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>The rate is saved.</source>
      <translation>Der Satz ist gespeichert.</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>The rate was taken back.</source>
      <translation>Der Satz wurde zurückgenommen.</translation>
    </message>
    <message>
      <location filename="ui/till/commands.py" />
      <source>The receipt for {number} was not printed: {why} “Receipt” prints it again.</source>
      <translation>Der Beleg für {number} wurde nicht gedruckt: {why} „Beleg“ druckt ihn erneut.</translation>
    </message>
    <message>
      <location filename="ui/receipt_mails.py" />
      <source>The receipt goes to this address once. It is not kept with any customer.</source>
      <translation>Der Beleg geht einmal an diese Adresse. Sie wird bei keiner Kundin und keinem Kunden gespeichert.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The receipt is on its way to {address} already.</source>
      <translation>Der Beleg ist schon unterwegs an {address}.</translation>
    </message>
    <message>
      <location filename="ui/till/open_returns/open_return_controller.py" />
      <location filename="ui/till/returns/return_controller.py" />
      <source>The receipt of the return was not printed: {why}</source>
      <translation>Der Beleg der Rückgabe wurde nicht gedruckt: {why}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The receipt printer is offline. Check its lamp.</source>
      <translation>Der Belegdrucker ist nicht bereit. Auf seine Lampe sehen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The receipt printer is out of paper.</source>
      <translation>Der Belegdrucker hat kein Papier mehr.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The receipt printer {printer} is not plugged in, or is off.</source>
      <translation>Der Belegdrucker {printer} ist nicht angeschlossen oder aus.</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/order_controller.py" />
      <source>The receipt was not printed: {why}</source>
      <translation>Der Beleg wurde nicht gedruckt: {why}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The receipt was printed, but this could not be written down. It is still listed as not printed.</source>
      <translation>Der Beleg wurde gedruckt, aber das ließ sich nicht festhalten. Er steht noch unter den nicht gedruckten.</translation>
    </message>
    <message>
      <location filename="ui/receipt_mails.py" />
      <source>The receipt {number} for {address} is in the Outbox. A demo store sends no e-mail.</source>
      <translation>Der Beleg {number} für {address} liegt im Postausgang. Ein Demo-Laden verschickt keine E-Mails.</translation>
    </message>
    <message>
      <location filename="ui/receipt_mails.py" />
      <source>The receipt {number} for {address} waits in the Outbox: no mail server is set up.</source>
      <translation>Der Beleg {number} für {address} wartet im Postausgang: Es ist kein Mailserver eingerichtet.</translation>
    </message>
    <message>
      <location filename="ui/receipt_mails.py" />
      <source>The receipt {number} goes to {address}.</source>
      <translation>Der Beleg {number} geht an {address}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The recipient's mail server refused the e-mail: {said}</source>
      <translation>Der Mailserver des Empfängers hat die E-Mail abgelehnt: {said}</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The reference {reference} already paid another order.</source>
      <translation>Mit der Referenz {reference} wurde schon eine andere Bestellung bezahlt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The reference {reference} already paid order {number}.</source>
      <translation>Mit der Referenz {reference} wurde schon die Bestellung {number} bezahlt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The reference {reference} appears here twice.</source>
      <translation>Die Referenz {reference} kommt hier zweimal vor.</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>The register was added.</source>
      <translation>Die Kasse wurde hinzugefügt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The restoring was canceled. Nothing is left of it, and the backup is as it was.</source>
      <translation>Das Wiederherstellen wurde abgebrochen. Davon ist nichts zurückgeblieben, und die Sicherung ist unverändert.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The sale was not completed and nothing was paid. Take the payment again.</source>
      <translation>Der Verkauf wurde nicht abgeschlossen und nichts bezahlt. Bitte die Zahlung noch einmal annehmen.</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>The same for the value of the pieces at their prices.</source>
      <translation>Dasselbe für den Wert der Stücke zum Verkaufspreis.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The scanner sent nothing that can be read. Scan it again.</source>
      <translation>Der Scanner hat nichts Lesbares gesendet. Bitte noch einmal scannen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The scanner types for another keyboard. Set it to this computer's layout.</source>
      <translation>Der Scanner tippt für eine andere Tastatur. Bitte auf das Tastaturlayout dieses Computers einstellen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The server asks for the password itself, not for a proof of it, so nothing was sent to it. It may not be your server.</source>
      <translation>Der Server verlangt das Passwort selbst, nicht einen Nachweis dafür, daher wurde ihm nichts gesendet. Es ist vielleicht nicht Ihr Server.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The server does not encrypt the connection, so nothing was sent to it.</source>
      <translation>Der Server verschlüsselt die Verbindung nicht, daher wurde ihm nichts gesendet.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The server does not let StoreDesk in: {what}.</source>
      <translation>Der Server lässt StoreDesk nicht hinein: {what}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The server does not let anybody into the store's database right now. Ask an administrator.</source>
      <translation>Der Server lässt im Moment niemanden in die Datenbank des Ladens. Bitte einen Administrator fragen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The server has few connections left, so {name} gives the password next time.</source>
      <translation>Der Server hat nur noch wenige Verbindungen frei, daher gibt {name} beim nächsten Mal das Passwort an.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The server is set up, but cannot prove that it is {host}: {what}</source>
      <translation>Der Server ist eingerichtet, kann aber nicht nachweisen, dass er {host} ist: {what}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The server's account cannot reach PostgreSQL in {folder}.</source>
      <translation>Das Konto des Servers kann PostgreSQL in {folder} nicht erreichen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The server's settings put the store's data at risk: {what} is off. Turn it on.</source>
      <translation>Die Einstellungen des Servers gefährden die Daten des Ladens: {what} ist ausgeschaltet. Bitte einschalten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The settings of this computer could not be read and are kept as {file}. Choose again what you are asked here.</source>
      <translation>Die Einstellungen dieses Computers konnten nicht gelesen werden und wurden als {file} aufbewahrt. Bitte noch einmal wählen, wonach hier gefragt wird.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/quote_changes.py" />
      <source>The shelf count says there are fewer of these:</source>
      <translation>Laut Bestand sind hiervon weniger vorrätig:</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/shift_controller.py" />
      <source>The shift is closed</source>
      <translation>Die Schicht ist geschlossen</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <source>The shipping address of {number} is changed.</source>
      <translation>Die Lieferadresse von {number} wurde geändert.</translation>
    </message>
    <message>
      <location filename="documents/fiscal_words.py" />
      <source>The signature of fiscal record {number} of {register} ({when}) is of another one.</source>
      <translation>Die Signatur von Kassensatz {number} von {register} ({when}) gehört zu einem anderen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The signer has signed something else than this fiscal record.</source>
      <translation>Der Signierer hat etwas anderes signiert als diesen Kassensatz.</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>The simulator charges nobody. By the cents of an amount: 01 is declined, 02 runs out of time, 03 answers late, 04 and 05 leave it unknown, 06 is switched off.</source>
      <translation>Der Simulator bucht bei niemandem ab. Nach den Cent des Betrags: 01 wird abgelehnt, 02 läuft ab, 03 antwortet spät, 04 und 05 lassen es offen, 06 ist ausgeschaltet.</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>The simulator signs fiscal records after the sale, and proves nothing. Where it is slow or does not answer, the receipt says so, and it signs later.</source>
      <translation>Der Simulator signiert Kassensätze nach dem Verkauf und beweist nichts. Ist er langsam oder antwortet nicht, steht es auf dem Beleg, und er signiert später.</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/orders/slip_printing.py" />
      <source>The slips of {count} order were not printed.</source>
      <comment>The slips of {count} orders were not printed.</comment>
      <translation>
        <numerusform>Die Papiere von {count} Bestellung wurden nicht gedruckt.</numerusform>
        <numerusform>Die Papiere von {count} Bestellungen wurden nicht gedruckt.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The smallest coin is {coin:money}. Choose an amount that can be paid with it.</source>
      <translation>Die kleinste Münze ist {coin:money}. Bitte einen Betrag wählen, der sich damit zahlen lässt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The stock of a product is not what its ledger says: {differs} differs.</source>
      <translation>Der Bestand eines Artikels stimmt nicht mit seinem Bestandsjournal überein: {differs} weicht ab.</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>The store</source>
      <translation>Der Laden</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The store cannot keep this as it is. Check what was typed, and try again.</source>
      <translation>So lässt sich das im Laden nicht speichern. Bitte die Eingaben prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="ui/sign_in/view.py" />
      <source>The store in {database} at {host}</source>
      <translation>Der Laden in {database} auf {host}</translation>
    </message>
    <message>
      <location filename="ui/health/backups_card.py" />
      <source>The store is being saved…</source>
      <translation>Der Laden wird gesichert …</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The store is in use by {people}. Close their windows first.</source>
      <translation>Der Laden wird gerade benutzt von {people}. Bitte deren Fenster zuerst schließen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>The store is in use. Close the other windows first.</source>
      <translation>Der Laden wird gerade benutzt. Bitte zuerst die anderen Fenster schließen.</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>The store is ready; {login} is its manager and admin.</source>
      <translation>Der Laden ist bereit; {login} ist Leitung und Administrator.</translation>
    </message>
    <message>
      <location filename="ui/first_run/restored.py" />
      <source>The store is restored</source>
      <translation>Der Laden ist wiederhergestellt</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>The store is up to date.</source>
      <translation>Der Laden ist auf dem neuesten Stand.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The store of this computer is kept at {host}. Give --dsn.</source>
      <translation>Der Laden dieses Computers liegt auf {host}. Bitte --dsn angeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The store refuses this.</source>
      <translation>Das ist hier nicht erlaubt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The store was copied, and {table} differs. Nothing was moved.</source>
      <translation>Der Laden wurde kopiert, dabei weicht {table} ab. Er wurde nicht umgezogen.</translation>
    </message>
    <message numerus="yes">
      <location filename="cli/backup.py" />
      <source>The store {store} is restored: {n} person signs in as before.</source>
      <comment>The store {store} is restored: {n} people sign in as before.</comment>
      <translation>
        <numerusform>Der Laden {store} ist wiederhergestellt: {n} Person meldet sich an wie bisher.</numerusform>
        <numerusform>Der Laden {store} ist wiederhergestellt: {n} Personen melden sich an wie bisher.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>The store {store} is served at {host}, port {port}.</source>
      <translation>Der Laden {store} ist unter {host}, Port {port}, erreichbar.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The store's clock says {now}, and this computer's {here}. One of them is wrong: set it before you sell.</source>
      <translation>Die Uhr des Ladens zeigt {now}, die dieses Computers {here}. Eine davon geht falsch: Bitte stellen, bevor Sie verkaufen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The store's clock says {now}, and was last seen at {before}. If that is wrong, set it before you sell: receipts and order numbers carry its date.</source>
      <translation>Die Uhr des Ladens zeigt {now} und stand zuletzt auf {before}. Ist das falsch, bitte stellen, bevor Sie verkaufen: Belege und Bestellnummern tragen ihr Datum.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The store's clock says {now}, but order {number} is of {at}. Set the clock before you sell: receipts and order numbers carry its date.</source>
      <translation>Die Uhr des Ladens zeigt {now}, die Bestellung {number} ist aber von {at}. Bitte die Uhr stellen, bevor Sie verkaufen: Belege und Bestellnummern tragen ihr Datum.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The store's data in {folder} is damaged: {what} cannot be read. Leave it as it is, and restore a backup in another profile folder.</source>
      <translation>Die Daten des Ladens in {folder} sind beschädigt: {what} kann nicht gelesen werden. Bitte alles so lassen und eine Sicherung in einem anderen Profilordner wiederherstellen.</translation>
    </message>
    <message>
      <location filename="ui/sign_in/view.py" />
      <source>The store's data is being moved to a newer version of its database: {percent}% done. What there was is kept.</source>
      <translation>Die Daten des Geschäfts werden in eine neuere Version der Datenbank übertragen: {percent} % fertig. Was da war, bleibt erhalten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The store's data was made by PostgreSQL {made}; this is {here}. Install PostgreSQL {made} and start StoreDesk once more: it moves the data. Or restore a backup in a new profile folder.</source>
      <translation>Die Daten des Geschäfts sind von PostgreSQL {made}; dies ist {here}. PostgreSQL {made} installieren und StoreDesk noch einmal starten: Es überträgt die Daten. Oder eine Sicherung in einem neuen Profilordner wiederherstellen.</translation>
    </message>
    <message>
      <location filename="ui/sign_in/view.py" />
      <source>The store's data was moved to a newer version of its database. What there was is kept beside it.</source>
      <translation>Die Daten des Geschäfts sind jetzt in einer neueren Version der Datenbank. Was da war, liegt daneben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The store's database does not answer.</source>
      <translation>Die Datenbank des Ladens antwortet nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The store's database is just starting. Try again in a moment.</source>
      <translation>Die Datenbank des Ladens startet gerade. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_form.py" />
      <source>The store's default</source>
      <translation>Standard des Ladens</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The store's server does not start: {what}. See {log}.</source>
      <translation>Der Server des Ladens startet nicht: {what}. Siehe {log}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The store's server does not stop. See {log}.</source>
      <translation>Der Server des Ladens beendet sich nicht. Siehe {log}.</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <source>The system's own</source>
      <translation>Der des Systems</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The table {table} is not StoreDesk's and would stay behind. Save it, and remove it from the store first.</source>
      <translation>Die Tabelle {table} gehört nicht zu StoreDesk und würde zurückbleiben. Bitte sichern und zuerst aus dem Laden entfernen.</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>The tax class was added.</source>
      <translation>Die Steuerklasse wurde hinzugefügt.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_controller.py" />
      <source>The terminal gives it back…</source>
      <translation>Das Terminal gibt es zurück …</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_controller.py" />
      <source>The terminal has charged {amount} before: press Pay to go on with that sale.</source>
      <translation>Das Terminal hat schon {amount} abgebucht: „Bezahlen“ setzt diesen Verkauf fort.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The terminal has not charged this.</source>
      <translation>Das Terminal hat das nicht abgebucht.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_refunds.py" />
      <source>The terminal has not said that it gave {amount} back. Ask it again.</source>
      <translation>Das Terminal hat nicht gemeldet, dass es {amount} zurückgegeben hat. Fragen Sie es noch einmal.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_money.py" />
      <source>The terminal was asked, and has not said that it gave it back. Give it back by hand only if its own list does not have it.</source>
      <translation>Das Terminal wurde gefragt und hat die Rückgabe nicht gemeldet. Geben Sie das Geld nur von Hand zurück, wenn die Liste des Terminals sie nicht enthält.</translation>
    </message>
    <message>
      <location filename="ui/orders/new_order.py" />
      <source>The total has changed. Tell the customer, then place the order again.</source>
      <translation>Der Gesamtbetrag hat sich geändert. Informieren Sie den Kunden und legen Sie die Bestellung dann erneut an.</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <source>The tracking number of {number} is corrected.</source>
      <translation>Die Sendungsnummer von {number} wurde korrigiert.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The two passwords differ. Type both again.</source>
      <translation>Die beiden Passwörter sind verschieden. Bitte beide noch einmal eingeben.</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/arrangement.py" />
      <source>The usual columns</source>
      <translation>Standardspalten</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The variant {value} appears twice.</source>
      <translation>Die Variante {value} kommt zweimal vor.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The walk-in customer cannot be changed.</source>
      <translation>Der Kunde für die Laufkundschaft lässt sich nicht ändern.</translation>
    </message>
    <message>
      <location filename="ui/customers/web_shop.py" />
      <source>The web shop's address</source>
      <translation>Adresse des Webshops</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The web shop's address is not known, so no link can be sent. An administrator sets it on the customers' page.</source>
      <translation>Die Adresse des Webshops ist nicht bekannt, daher kann kein Link gesendet werden. Ein Administrator trägt sie auf der Seite „Kunden“ ein.</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>The web shop's address is saved. Links in new e-mails lead there.</source>
      <translation>Die Adresse des Webshops wurde gespeichert. Links in neuen E-Mails führen dorthin.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>The {days} days for returns are over, so this needs a manager.</source>
      <translation>Die Rückgabefrist von {days} Tagen ist vorbei, daher ist die Leitung nötig.</translation>
    </message>
    <message>
      <location filename="ui/joining.py" />
      <source>Their password</source>
      <translation>Passwort dieser Person</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/conflict.py" />
      <source>Theirs</source>
      <translation>Von anderen</translation>
    </message>
    <message>
      <location filename="ui/returns/refund_choice.py" />
      <source>Then on it</source>
      <translation>Danach darauf</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_password.py" />
      <source>Then you are signed out, and sign in with the new one.</source>
      <translation>Danach werden Sie abgemeldet und melden sich mit dem neuen an.</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_field.py" />
      <source>There are no categories yet. Type a name to create one with the product.</source>
      <translation>Es gibt noch keine Kategorien. Geben Sie einen Namen ein, um mit dem Artikel eine anzulegen.</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>There are no customers yet</source>
      <translation>Noch keine Kunden</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>There are no drafts</source>
      <translation>Es gibt keine Entwürfe</translation>
    </message>
    <message>
      <location filename="ui/outbox/labels.py" />
      <source>There are no e-mails yet</source>
      <translation>Noch keine E-Mails</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There are no fiscal records of a register “{register}”. Write its name as in Settings.</source>
      <translation>Es gibt keine Kassensätze einer Kasse „{register}“. Schreiben Sie ihren Namen wie in den Einstellungen.</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>There are no orders yet</source>
      <translation>Noch keine Bestellungen</translation>
    </message>
    <message>
      <location filename="ui/shell/frame.py" />
      <source>There are no pages for you yet</source>
      <translation>Noch keine Seiten für Sie</translation>
    </message>
    <message>
      <location filename="ui/catalog/editing_view.py" />
      <location filename="ui/catalog/view.py" />
      <location filename="ui/inventory/labels.py" />
      <source>There are no products yet</source>
      <translation>Es gibt noch keine Artikel</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>There are several servers on this computer. Choose with --cluster.</source>
      <translation>Auf diesem Computer gibt es mehrere Server. Bitte mit --cluster einen wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There are several servers on this computer: {names}. Choose with --cluster.</source>
      <translation>Auf diesem Computer gibt es mehrere Server: {names}. Bitte mit --cluster einen wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is a carrier {carrier} already. Choose a different name.</source>
      <translation>Den Versanddienst {carrier} gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is a store in {name} already.</source>
      <translation>In {name} ist schon ein Laden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is a store in {name} already. Nothing was overwritten.</source>
      <translation>In {name} ist schon ein Laden. Es wurde nichts überschrieben.</translation>
    </message>
    <message>
      <location filename="ui/first_run/view.py" />
      <source>There is a store on this computer already, and a backup is never restored over one. To restore it beside that store, start StoreDesk with another profile folder: storedesk --profile FOLDER</source>
      <translation>Auf diesem Computer gibt es schon einen Laden, und darüber wird nie eine Sicherung wiederhergestellt. Um sie daneben wiederherzustellen, StoreDesk mit einem anderen Profilordner starten: storedesk --profile ORDNER</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is a store on this computer already. Go back and open it.</source>
      <translation>Auf diesem Computer gibt es schon einen Laden. Bitte zurückgehen und ihn öffnen.</translation>
    </message>
    <message>
      <location filename="ui/cash_labels.py" />
      <source>There is little cash in the drawer: have change brought.</source>
      <translation>In der Kassenlade ist wenig Bargeld: Lassen Sie Wechselgeld bringen.</translation>
    </message>
    <message>
      <location filename="ui/cash_labels.py" />
      <source>There is much cash in the drawer: bring some to the safe.</source>
      <translation>In der Kassenlade ist viel Bargeld: Bringen Sie einen Teil in den Tresor.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no account on this computer that the server could run as.</source>
      <translation>Auf diesem Computer gibt es kein Konto, unter dem der Server laufen könnte.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no backup of StoreDesk in {folder}. Choose the folder that has it, or the file itself.</source>
      <translation>In {folder} ist keine Sicherung von StoreDesk. Bitte den richtigen Ordner wählen oder die Datei selbst.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no category “{name}”. Make it under Categories, Ctrl+Shift+C.</source>
      <translation>Die Kategorie „{name}“ gibt es nicht. Bitte unter „Kategorien“ anlegen, Strg+Umschalt+C.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no currency {currency}. Write three capital letters, such as USD.</source>
      <translation>Die Währung {currency} gibt es nicht. Bitte drei Großbuchstaben angeben, z. B. USD.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no customer with an e-mail address in this sale. Type the address.</source>
      <translation>Bei diesem Verkauf gibt es niemanden mit E-Mail-Adresse. Geben Sie die Adresse ein.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no display here, so no window can be opened.</source>
      <translation>Hier ist kein Bildschirm, daher kann kein Fenster geöffnet werden.</translation>
    </message>
    <message>
      <location filename="cli/tour.py" />
      <source>There is no display here: the tour is taken on a virtual screen.</source>
      <translation>Hier gibt es keinen Bildschirm: Der Rundgang läuft auf einem virtuellen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no encoding {encoding}. Common ones are utf-8, cp1252, cp1250, cp1251, cp850, mac-roman, gbk and utf-16.</source>
      <translation>Den Zeichensatz {encoding} gibt es nicht. Üblich sind utf-8, cp1252, cp1250, cp1251, cp850, mac-roman, gbk und utf-16.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no file {file}.</source>
      <translation>Die Datei {file} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no folder {folder}. Choose another one, or plug the disk in.</source>
      <translation>Den Ordner {folder} gibt es nicht. Bitte einen anderen wählen oder den Datenträger anschließen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no item to set. Scan it, then type * and how many there are.</source>
      <translation>Es ist kein Artikel da, dessen Menge gesetzt werden könnte. Bitte scannen, dann * und die Anzahl eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no new backup: {what}.</source>
      <translation>Es gibt keine neue Sicherung: {what}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>There is no order of this number.</source>
      <translation>Eine Bestellung mit dieser Nummer gibt es nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no order {number}.</source>
      <translation>Die Bestellung {number} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no printer called {printer} on this computer.</source>
      <translation>Einen Drucker {printer} gibt es auf diesem Computer nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>There is no printer on this computer.</source>
      <translation>Auf diesem Computer gibt es keinen Drucker.</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>There is no seal yet: the end of a shift writes the first one.</source>
      <translation>Es gibt noch kein Siegel: Das Ende einer Schicht schreibt das erste.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>There is no server of this name on this computer.</source>
      <translation>Einen Server dieses Namens gibt es auf diesem Computer nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>There is no server {label} on this computer.</source>
      <translation>Den Server {label} gibt es auf diesem Computer nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no server {label} on this computer. There are: {names}.</source>
      <translation>Den Server {label} gibt es auf diesem Computer nicht. Vorhanden sind: {names}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no store in this database yet.</source>
      <translation>In dieser Datenbank ist noch kein Laden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no store in {folder}.</source>
      <translation>In {folder} ist kein Laden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no store of this name on that server.</source>
      <translation>Auf diesem Server gibt es keinen Laden dieses Namens.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>There is no such encoding. Common ones are utf-8, cp1252, cp1250, cp1251, cp850, mac-roman, gbk and utf-16.</source>
      <translation>Diesen Zeichensatz gibt es nicht. Üblich sind utf-8, cp1252, cp1250, cp1251, cp850, mac-roman, gbk und utf-16.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>There is no such file.</source>
      <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>There is no such order</source>
      <translation>Diese Bestellung gibt es nicht</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no such return any more. Look for it again.</source>
      <translation>Diese Rücknahme gibt es nicht mehr. Suchen Sie sie noch einmal.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>There is no such time zone. Write it as Europe/Berlin.</source>
      <translation>Diese Zeitzone gibt es nicht. Bitte in der Form Europe/Berlin angeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no time zone {time_zone}. Write it as Europe/Berlin.</source>
      <translation>Die Zeitzone {time_zone} gibt es nicht. Bitte in der Form Europe/Berlin angeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is no way to reach the customer. Add an e-mail address or a telephone number.</source>
      <translation>Der Kunde ist nicht erreichbar. Bitte eine E-Mail-Adresse oder eine Telefonnummer hinzufügen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is not enough of everything. See the lines that say so.</source>
      <translation>Der Bestand reicht nicht für alles. Bitte die Hinweise an den Positionen beachten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>There is nothing in this file.</source>
      <translation>Diese Datei ist leer.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is nothing in this sale yet.</source>
      <translation>Dieser Verkauf ist noch leer.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is nothing in {file}.</source>
      <translation>{file} ist leer.</translation>
    </message>
    <message>
      <location filename="ui/settings/logo.py" />
      <location filename="ui/settings/section.py" />
      <source>There is nothing to save.</source>
      <translation>Es gibt nichts zu speichern.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>There is nothing to undo here.</source>
      <translation>Hier gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>These are too many. Choose at most {most} at once.</source>
      <translation>Das sind zu viele. Bitte höchstens {most} auf einmal wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>These details do not belong to the payment type {payment_type}.</source>
      <translation>Diese Angaben passen nicht zur Zahlungsart {payment_type}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>These files are of different kinds. Import them one after the other.</source>
      <translation>Diese Dateien sind von verschiedener Art. Bitte nacheinander importieren.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>These files have {count:number} lines; at most {most:number} can be imported at a time. Import them one after the other.</source>
      <translation>Diese Dateien haben {count:number} Zeilen; auf einmal lassen sich höchstens {most:number} importieren. Bitte nacheinander importieren.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>These files have {count:number} products; at most {most:number} can be imported at a time. Import them one after the other.</source>
      <translation>Diese Dateien haben {count:number} Artikel; auf einmal lassen sich höchstens {most:number} importieren. Bitte nacheinander importieren.</translation>
    </message>
    <message>
      <location filename="ui/counts/posting.py" />
      <source>These lines cannot be posted, because fewer were counted than orders reserve, or because the stock was set since: {names}. Post the others now; these continue in a new count.</source>
      <translation>Diese Positionen können nicht gebucht werden, weil weniger gezählt wurde, als für Bestellungen reserviert ist, oder weil der Bestand inzwischen gesetzt wurde: {names}. Buchen Sie jetzt die übrigen; die genannten werden in einer neuen Inventur fortgesetzt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>These logins are on this server already, with other passwords: {logins}. Nothing was restored. Say with --logins whose passwords count: keep those of this server, or replace them by those of the backup.</source>
      <translation>Diese Anmeldenamen gibt es auf diesem Server schon, mit anderen Passwörtern: {logins}. Es wurde nichts wiederhergestellt. Bitte mit --logins angeben, wessen Passwörter gelten: die dieses Servers behalten oder durch die der Sicherung ersetzen.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/quote_changes.py" />
      <source>These prices have just changed. The new ones are in the sale:</source>
      <translation>Diese Preise haben sich gerade geändert. Im Verkauf stehen schon die neuen:</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>They are heard even while sounds are off.</source>
      <translation>Sie sind auch zu hören, wenn Töne aus sind.</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>They are listed under Deleted, where you can restore them.</source>
      <translation>Sie stehen unter „Gelöscht“ und können dort wiederhergestellt werden.</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <source>They are not claimed to meet the law of any country.</source>
      <translation>Dass sie dem Recht irgendeines Landes genügen, wird nicht behauptet.</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>They can no longer sign in, and what they have open ends at once. All that they sold and changed stays under their name.</source>
      <translation>Die Person kann sich nicht mehr anmelden, und was sie geöffnet hat, endet sofort. Alles, was sie verkauft und geändert hat, bleibt unter ihrem Namen.</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>They come from the tills and the web shop. Cashiers and managers take others here.</source>
      <translation>Sie kommen von den Kassen und aus dem Webshop. Andere nehmen Kasse und Leitung hier auf.</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>They come from the tills and the web shop. Take those from the telephone here.</source>
      <translation>Sie kommen von den Kassen und aus dem Webshop. Die vom Telefon nehmen Sie hier auf.</translation>
    </message>
    <message>
      <location filename="ui/health/rule_lines.py" />
      <source>They have not been checked yet.</source>
      <translation>Sie wurden noch nicht geprüft.</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>This</source>
      <translation>Dies</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This PIN is one of the first that anybody would try. Choose another one.</source>
      <translation>Diese PIN würde jeder zuerst versuchen. Bitte eine andere wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This PIN is wrong. Tries left: {left:number}.</source>
      <translation>Diese PIN ist falsch. Übrige Versuche: {left:number}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This address no longer exists. Choose another one.</source>
      <translation>Diese Adresse gibt es nicht mehr. Bitte eine andere wählen.</translation>
    </message>
    <message>
      <location filename="ui/approval_dialog.py" />
      <source>This allows it once. Both names are recorded.</source>
      <translation>Die Freigabe gilt einmalig. Beide Namen werden festgehalten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This amount cannot be used. Type another one.</source>
      <translation>Dieser Betrag ist nicht zulässig. Bitte einen anderen eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This approval was already used, is too old, or is for something else. Ask for a new one.</source>
      <translation>Diese Freigabe wurde schon verwendet, ist zu alt oder gilt für etwas anderes. Bitte eine neue erfragen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This badge of {name} is no longer good. Tries left: {left:number}.</source>
      <translation>Dieser Ausweis von {name} gilt nicht mehr. Verbleibende Versuche: {left:number}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This belongs to another record and cannot be moved. Make a new one instead.</source>
      <translation>Das gehört zu einem anderen Datensatz und lässt sich nicht verschieben. Bitte stattdessen einen neuen Eintrag anlegen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This belongs to somebody else, so you cannot change it.</source>
      <translation>Das gehört jemand anderem, daher können Sie es nicht ändern.</translation>
    </message>
    <message>
      <location filename="ui/till/gift_cards/balance.py" />
      <source>This card is used up.</source>
      <translation>Dieser Gutschein ist aufgebraucht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This category no longer exists. Choose another one.</source>
      <translation>Diese Kategorie gibt es nicht mehr. Bitte eine andere wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This cell is empty, and a value is needed.</source>
      <translation>Diese Zelle ist leer, ein Wert ist aber nötig.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This code belongs to a product that was deleted. Restore that one, or use another code.</source>
      <translation>Dieser Code gehört zu einem gelöschten Artikel. Bitte diesen wiederherstellen oder einen anderen Code verwenden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This code has a typing error. Compare it with the card: 20 letters and digits, and never 0, O, 1 or I.</source>
      <translation>In diesem Code ist ein Tippfehler. Bitte mit der Karte vergleichen: 20 Buchstaben und Ziffern, nie 0, O, 1 oder I.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This code is in use already.</source>
      <translation>Dieser Code ist schon vergeben.</translation>
    </message>
    <message>
      <location filename="ui/preferences/view.py" />
      <source>This computer</source>
      <translation>Dieser Computer</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>This computer cannot store passwords. StoreDesk remembers this one until it is closed; to keep it, set STOREDESK_SMTP_PASSWORD.</source>
      <translation>Dieser Computer kann keine Passwörter speichern. StoreDesk merkt sich dieses nur bis zum Beenden; um es dauerhaft zu hinterlegen, setzen Sie STOREDESK_SMTP_PASSWORD.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This computer does not let StoreDesk use {printer}. Ask who looks after it.</source>
      <translation>Dieser Computer lässt StoreDesk {printer} nicht benutzen. Wer ihn betreut, kann das ändern.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_money.py" />
      <source>This computer has no card terminal. Give it back at {register}, by this reference, and note it here.</source>
      <translation>Dieser Computer hat kein Kartenterminal. Geben Sie das Geld an {register} mit dieser Referenz zurück und vermerken Sie es hier.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This computer has no card terminal: choose one in Preferences.</source>
      <translation>Dieser Computer hat kein Kartenterminal: Wählen Sie eines in den Einstellungen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This computer has no password store, so the server cannot be protected.</source>
      <translation>Dieser Computer hat keinen Passwortspeicher, daher kann der Server nicht geschützt werden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This computer has no printer.</source>
      <translation>Dieser Computer hat keinen Drucker.</translation>
    </message>
    <message>
      <location filename="ui/counts/posting.py" />
      <source>This corrects the stock of {products}: {more} and {fewer} pieces, with a value of {worth}.</source>
      <translation>Damit wird der Bestand für {products} korrigiert: {more} und {fewer} Stück, Wert {worth}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This count does not exist.</source>
      <translation>Diese Inventur gibt es nicht.</translation>
    </message>
    <message>
      <location filename="ui/counts/view.py" />
      <source>This count is closed. Choose another one.</source>
      <translation>Diese Inventur ist abgeschlossen. Wählen Sie eine andere.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This count is over.</source>
      <translation>Diese Inventur ist schon beendet.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This customer has confirmed the e-mail address already.</source>
      <translation>Dieser Kunde hat die E-Mail-Adresse schon bestätigt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This customer has no e-mail address. Add one first.</source>
      <translation>Dieser Kunde hat keine E-Mail-Adresse. Bitte zuerst eine hinzufügen.</translation>
    </message>
    <message>
      <location filename="ui/customers/duplicates.py" />
      <source>This customer may already exist</source>
      <translation>Diesen Kunden gibt es vielleicht schon</translation>
    </message>
    <message>
      <location filename="ui/till/sale/new_customer.py" />
      <source>This customer may already exist. Choose below, or press Enter to add a new one.</source>
      <translation>Diesen Kunden gibt es vielleicht schon. Wählen Sie unten, oder drücken Sie Enter für einen neuen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This customer may already exist. Choose them below, or save again to add a new one.</source>
      <translation>Diesen Kunden gibt es vielleicht schon. Bitte unten wählen oder noch einmal speichern, um einen neuen hinzuzufügen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This customer no longer exists. Choose another one.</source>
      <translation>Diesen Kunden gibt es nicht mehr. Bitte einen anderen wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This customer no longer has an e-mail address.</source>
      <translation>Dieser Kunde hat keine E-Mail-Adresse mehr.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This date cannot be used. Choose one from 1900 to 2199.</source>
      <translation>Dieses Datum ist nicht zulässig. Bitte eines von 1900 bis 2199 wählen.</translation>
    </message>
    <message>
      <location filename="ui/till/sale/new_customer.py" />
      <source>This e-mail address already belongs to a customer. Press Enter to use them.</source>
      <translation>Diese E-Mail-Adresse gehört schon einem Kunden. Drücken Sie Enter, um ihn zu nehmen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This e-mail cannot be written.</source>
      <translation>Diese E-Mail kann nicht erstellt werden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This e-mail cannot be written: {what} is not what it should be.</source>
      <translation>Diese E-Mail kann nicht erstellt werden: {what} ist nicht, wie es sein sollte.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This e-mail does not exist.</source>
      <translation>Diese E-Mail gibt es nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This e-mail is out of date: its order or its link is no longer valid.</source>
      <translation>Diese E-Mail ist überholt: Die Bestellung oder der Link dazu gilt nicht mehr.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This file does not have the column that was named.</source>
      <translation>Die angegebene Spalte gibt es in dieser Datei nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This file has no column {column}.</source>
      <translation>Diese Datei hat keine Spalte {column}.</translation>
    </message>
    <message>
      <location filename="ui/importing/reading.py" />
      <source>This file is not UTF-8, and its encoding cannot be detected. It is shown below as Western European (Windows-1252). Choose the encoding in which the letters look right.</source>
      <translation>Diese Datei ist nicht in UTF-8, und ihr Zeichensatz lässt sich nicht erkennen. Sie wird unten als Westeuropäisch (Windows-1252) angezeigt. Wählen Sie den Zeichensatz, bei dem die Buchstaben richtig aussehen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This fiscal record is not known.</source>
      <translation>Diesen Kassensatz gibt es nicht.</translation>
    </message>
    <message>
      <location filename="ui/first_run/progress.py" />
      <source>This happens once and takes a few seconds.</source>
      <translation>Das geschieht nur einmal und dauert wenige Sekunden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This has too many lines: at most {most}.</source>
      <translation>Das sind zu viele Zeilen: höchstens {most}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This holds control characters. Type it again.</source>
      <translation>Das enthält Steuerzeichen. Bitte neu eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This holds half a character, as after a bad copy. Type it again.</source>
      <translation>Das enthält ein halbes Zeichen, wie nach einer fehlerhaften Kopie. Bitte neu eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This holds invisible characters. Type it again.</source>
      <translation>Das enthält unsichtbare Zeichen. Bitte neu eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This holds invisible marks that reverse text. Type it again.</source>
      <translation>Das enthält unsichtbare Zeichen, die die Schreibrichtung umkehren. Bitte neu eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This holds too many accents on one letter. Type it again.</source>
      <translation>Das enthält zu viele Akzente auf einem Buchstaben. Bitte neu eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This import of past sales has ended. Import the files again.</source>
      <translation>Dieser Import früherer Verkäufe ist beendet. Bitte die Dateien noch einmal importieren.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This import of past sales is not there any more.</source>
      <translation>Diesen Import früherer Verkäufe gibt es nicht mehr.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This import of stock has ended. Start it again to see what is left.</source>
      <translation>Dieser Bestandsimport ist beendet. Bitte den Import neu starten, um zu sehen, was noch fehlt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is a backup of the store {name}, and is restored under that name. Give it in --dsn.</source>
      <translation>Das ist eine Sicherung des Ladens {name}, sie wird unter diesem Namen wiederhergestellt. Bitte ihn in --dsn angeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is a demo store. Its e-mails are kept and never sent.</source>
      <translation>Das ist ein Demo-Laden. Seine E-Mails werden aufbewahrt und nie gesendet.</translation>
    </message>
    <message>
      <location filename="ui/outbox/state.py" />
      <source>This is a demo store. Its e-mails are kept, but never sent.</source>
      <translation>Dies ist ein Demo-Laden. Seine E-Mails werden aufbewahrt, aber nie gesendet.</translation>
    </message>
    <message>
      <location filename="documents/deposit_receipts.py" />
      <source>This is a deposit. The goods are handed over once the rest is paid.</source>
      <translation>Dies ist eine Anzahlung. Die Ware wird übergeben, sobald der Rest bezahlt ist.</translation>
    </message>
    <message>
      <location filename="mails/test.html" />
      <location filename="mails/test.txt" />
      <source>This is a test e-mail from {store}. If you can read it, the mail server accepts what the store sends.</source>
      <translation>Dies ist eine Test-E-Mail von {store}. Wenn Sie sie lesen können, nimmt der Mailserver an, was der Laden sendet.</translation>
    </message>
    <message>
      <location filename="ui/shell/register_choice.py" />
      <source>This is asked once. Sales, shifts and receipts carry its name.</source>
      <translation>Diese Frage kommt nur einmal. Verkäufe, Schichten und Belege tragen den Namen der Kasse.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is needed.</source>
      <translation>Diese Angabe fehlt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is no badge of StoreDesk. Make a new one.</source>
      <translation>Das ist kein Ausweis von StoreDesk. Erstellen Sie einen neuen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This is no longer sold. Ask a manager.</source>
      <translation>Das wird nicht mehr verkauft. Bitte die Leitung fragen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is no longer there. The list shows what is.</source>
      <translation>Das gibt es nicht mehr. Die Liste zeigt, was es gibt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is no rule for labels of scales. Choose one from the list.</source>
      <translation>Das ist keine Regel für Waagenetiketten. Wählen Sie eine aus der Liste.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is no way to sell a product. Sell it by the piece, by weight, or at a price that is asked.</source>
      <translation>So lässt sich kein Produkt verkaufen. Verkaufen Sie es nach Stück, nach Gewicht oder zu einem erfragten Preis.</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <source>This is not a join file: it names no server and database. Choose another file.</source>
      <translation>Das ist keine Verbindungsdatei: Sie nennt weder Server noch Datenbank. Bitte eine andere Datei wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is not a telephone number. Type 3 to 15 digits, spaces and + ( ) - / .</source>
      <translation>Das ist keine Telefonnummer. Bitte 3 bis 15 Ziffern eingeben, dazu Leerzeichen und + ( ) - / .</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is not an e-mail address. Write it as name@example.com.</source>
      <translation>Das ist keine E-Mail-Adresse. Bitte in der Form name@example.com angeben.</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/arranging.py" />
      <source>This is not saved. Press Enter to save, or Esc again to drop it.</source>
      <translation>Das ist nicht gespeichert. Drücken Sie Enter zum Speichern, oder noch einmal Esc zum Verwerfen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is not the code of a product.</source>
      <translation>Das ist kein Code eines Artikels.</translation>
    </message>
    <message>
      <location filename="ui/health/backup_dialog.py" />
      <source>This is not the passphrase above. Type both again.</source>
      <translation>Das ist nicht die Passphrase von oben. Bitte beide noch einmal eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is not the same PIN. Type it once more.</source>
      <translation>Das ist nicht dieselbe PIN. Bitte noch einmal eingeben.</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_labels.py" />
      <source>This is the class of: {names}.</source>
      <translation>Diese Klasse haben: {names}.</translation>
    </message>
    <message>
      <location filename="ui/sign_in/demo_logins.py" />
      <source>This is the demo store: click a person to fill in login and password.</source>
      <translation>Dies ist der Demo-Laden: Klicken Sie auf eine Person, um Anmeldename und Passwort einzutragen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is the last active admin. Make somebody else an admin first.</source>
      <translation>Das ist der letzte aktive Administrator. Bitte zuerst jemand anderen zum Administrator machen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is the last register in use. Add another one first.</source>
      <translation>Das ist die letzte Kasse in Gebrauch. Bitte zuerst eine andere hinzufügen.</translation>
    </message>
    <message>
      <location filename="mails/order_confirmation.html" />
      <location filename="mails/order_confirmation.txt" />
      <source>This is the receipt for what you bought in our store.</source>
      <translation>Dies ist der Beleg für Ihren Einkauf in unserem Laden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is too large: the store takes up to {most} kB at once. Shorten it, or do it in parts.</source>
      <translation>Das ist zu groß: Der Laden nimmt höchstens {most} kB auf einmal an. Bitte kürzen oder in Teilen ausführen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This is too long: at most {longest} characters.</source>
      <translation>Das ist zu lang: höchstens {longest} Zeichen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This limit does not exist.</source>
      <translation>Diese Grenze gibt es nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This line has more cells than there are columns, such as “{value}”.</source>
      <translation>Diese Zeile hat mehr Zellen, als es Spalten gibt, z. B. „{value}“.</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>This line has no order number</source>
      <translation>In dieser Zeile fehlt die Bestellnummer</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This line is no longer in the sale.</source>
      <translation>Diese Position ist nicht mehr im Verkauf.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This line takes pieces back for nothing: it corrects stock, and is no sale.</source>
      <translation>Stücke ohne Geld zurückgenommen: eine Bestandskorrektur, kein Verkauf.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This link was already used or is too old. Ask for a new one.</source>
      <translation>Dieser Link wurde schon benutzt oder ist zu alt. Bitte einen neuen anfordern.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This list cannot be read. Save it as CSV.</source>
      <translation>Diese Liste kann nicht gelesen werden. Bitte als CSV speichern.</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/table.py" />
      <source>This list could not be read</source>
      <translation>Diese Liste konnte nicht gelesen werden</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This login cannot be used. Use 3 to 63 of a-z, 0-9 and _; begin with a letter, not with pg_, and do not end in the name of a group.</source>
      <translation>Dieser Anmeldename ist nicht zulässig. Bitte 3 bis 63 Zeichen aus a-z, 0-9 und _ verwenden, mit einem Buchstaben, aber nicht mit pg_ beginnen und nicht auf den Namen einer Gruppe enden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This login has too many connections, or is paused because it kept others waiting. Close other windows, or try again in ten minutes; an administrator who enables your login again ends the pause.</source>
      <translation>Dieser Anmeldename hat zu viele Verbindungen oder ist pausiert, weil er andere warten ließ. Bitte andere Fenster schließen oder in zehn Minuten noch einmal versuchen; aktiviert ein Administrator den Anmeldenamen neu, endet die Pause.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This login may not enter the store. Ask an administrator.</source>
      <translation>Dieser Anmeldename darf den Laden nicht öffnen. Bitte einen Administrator fragen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This login was put into a group by hand. The administrator of the server can take it out.</source>
      <translation>Dieser Anmeldename wurde von Hand in eine Gruppe aufgenommen. Der Administrator des Servers kann ihn herausnehmen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This money belongs to no sale any more: a manager gives it back.</source>
      <translation>Dieses Geld gehört zu keinem Verkauf mehr: Die Leitung gibt es zurück.</translation>
    </message>
    <message>
      <location filename="ui/period_labels.py" />
      <location filename="ui/reports/labels.py" />
      <source>This month</source>
      <translation>Dieser Monat</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This movement does not exist.</source>
      <translation>Diese Bewegung gibt es nicht.</translation>
    </message>
    <message>
      <location filename="ui/till/gift_cards/balance.py" />
      <source>This much is on it. To pay with it, scan the goods first.</source>
      <translation>So viel ist darauf. Zum Bezahlen bitte zuerst die Ware scannen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This name is in use already. Choose another one.</source>
      <translation>Dieser Name ist schon vergeben. Bitte einen anderen wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This number is already on another shipment. Enter it again if both go in one package.</source>
      <translation>Diese Nummer gehört schon zu einer anderen Sendung. Kommt beides in ein Paket, bitte noch einmal eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This order does not exist.</source>
      <translation>Diese Bestellung gibt es nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This order was already placed: it is {number}.</source>
      <translation>Diese Bestellung wurde schon aufgegeben: Es ist {number}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This passphrase does not open {file}. Type it again.</source>
      <translation>Diese Passphrase öffnet {file} nicht. Bitte noch einmal eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This payment at the terminal is not known.</source>
      <translation>Diese Zahlung am Terminal ist nicht bekannt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This payment is not complete: it needs a way of paying and an amount.</source>
      <translation>Diese Zahlung ist unvollständig: Sie braucht eine Zahlungsart und einen Betrag.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This picture cannot be read. Choose a PNG, JPEG or WebP file.</source>
      <translation>Dieses Bild kann nicht gelesen werden. Bitte eine PNG-, JPEG- oder WebP-Datei wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This picture is too large. Choose one of at most {megabytes} MB.</source>
      <translation>Dieses Bild ist zu groß. Bitte eines mit höchstens {megabytes} MB wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This picture is too large. Choose one of at most {megapixels} million pixels.</source>
      <translation>Dieses Bild ist zu groß. Bitte eines mit höchstens {megapixels} Millionen Pixeln wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This price is in another currency: the store sells in {value}.</source>
      <translation>Dieser Preis ist in einer anderen Währung: Der Laden verkauft in {value}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This product no longer exists. Choose another one.</source>
      <translation>Diesen Artikel gibt es nicht mehr. Bitte einen anderen wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This promotion does not exist.</source>
      <translation>Diese Preisaktion gibt es nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This promotion is over. Make a new one.</source>
      <translation>Diese Preisaktion ist vorbei. Bitte eine neue anlegen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This rate holds already, so it stays as it was. Add another one from a later day on.</source>
      <translation>Dieser Satz gilt schon und bleibt deshalb, wie er war. Bitte einen anderen ab einem späteren Tag hinzufügen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This rate was taken back. Add a new one.</source>
      <translation>Dieser Satz wurde zurückgenommen. Bitte einen neuen hinzufügen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This reason adds pieces, and here some would be gone. Choose another reason.</source>
      <translation>Dieser Grund erhöht den Bestand, hier wäre es aber ein Abgang. Bitte einen anderen Grund wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This reason takes pieces away, and here some would be added. Choose another reason.</source>
      <translation>Dieser Grund verringert den Bestand, hier wäre es aber ein Zugang. Bitte einen anderen Grund wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This record cannot be changed or deleted. Add a correction instead.</source>
      <translation>Dieser Datensatz lässt sich nicht ändern oder löschen. Bitte stattdessen eine Korrektur hinzufügen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This reference already paid another order.</source>
      <translation>Mit dieser Referenz wurde schon eine andere Bestellung bezahlt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This register does not exist.</source>
      <translation>Diese Kasse gibt es nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This request was already used for something else. Start again.</source>
      <translation>Diese Anfrage wurde schon für etwas anderes verwendet. Bitte von vorn beginnen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This return was already completed.</source>
      <translation>Diese Rückgabe wurde schon abgeschlossen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This sale is already paid: it is order {number}.</source>
      <translation>Dieser Verkauf ist schon bezahlt: Es ist die Bestellung {number}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This sale is at another till or parked. Recall it first.</source>
      <translation>Dieser Verkauf ist an einer anderen Kasse oder geparkt. Bitte zuerst fortsetzen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This sale is at {register} or parked. Recall it first.</source>
      <translation>Dieser Verkauf ist an {register} oder geparkt. Bitte zuerst fortsetzen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This sale no longer exists.</source>
      <translation>Diesen Verkauf gibt es nicht mehr.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This sale waits for its payment. Open Pay, go back to the sale, then undo.</source>
      <translation>Dieser Verkauf wartet auf seine Zahlung. Öffnen Sie „Bezahlen“, gehen Sie zum Verkauf zurück und machen Sie dann rückgängig.</translation>
    </message>
    <message>
      <location filename="ui/preferences/customer_screen.py" />
      <source>This screen is not connected. Once it is, customers see their sale on it.</source>
      <translation>Dieser Bildschirm ist nicht angeschlossen. Sobald er es ist, sieht die Kundschaft dort ihren Einkauf.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This server does not have all changes of the store's server. It may be behind, or be no replica of it.</source>
      <translation>Dieser Server hat nicht alle Änderungen vom Server des Ladens. Vielleicht hinkt er hinterher, oder er ist kein Replikat davon.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This server does not support the locale C.UTF-8. Install PostgreSQL 17 or newer, which does.</source>
      <translation>Dieser Server unterstützt die Locale C.UTF-8 nicht. Bitte PostgreSQL 17 oder neuer installieren, das sie unterstützt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This server is a read-only copy. Sign in at the primary server.</source>
      <translation>Dieser Server ist eine schreibgeschützte Kopie. Bitte am primären Server anmelden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This server is no replica of the store's server: it has another store.</source>
      <translation>Dieser Server ist kein Replikat vom Server des Ladens: Er hat einen anderen Laden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This shift does not exist.</source>
      <translation>Diese Schicht gibt es nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This shift is closed.</source>
      <translation>Diese Schicht ist geschlossen.</translation>
    </message>
    <message>
      <location filename="ui/joining.py" />
      <source>This shift is not yours</source>
      <translation>Das ist nicht Ihre Schicht</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This sign-in is no longer known. Sign in again.</source>
      <translation>Diese Anmeldung ist nicht mehr bekannt. Bitte neu anmelden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This store has to be upgraded to this version of StoreDesk. Ask an administrator.</source>
      <translation>Dieser Laden muss auf diese Version von StoreDesk aktualisiert werden. Bitte einen Administrator fragen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This store is already in use: it has products, customers, sales or settings of its own. Put the demo data into an empty store.</source>
      <translation>Dieser Laden wird schon benutzt: Er hat eigene Artikel, Kunden, Verkäufe oder Einstellungen. Bitte die Demodaten in einen leeren Laden füllen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This store is being moved to a server. Wait until that is done.</source>
      <translation>Dieser Laden zieht gerade auf einen Server um. Bitte warten, bis das erledigt ist.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This store was moved to {database} at {host}, port {port}. Join it there.</source>
      <translation>Dieser Laden ist nach {database} auf {host}, Port {port}, umgezogen. Bitte dort verbinden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This store was upgraded by a newer StoreDesk. Update this one.</source>
      <translation>Dieser Laden wurde von einem neueren StoreDesk aktualisiert. Bitte dieses StoreDesk aktualisieren.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This tax class does not exist.</source>
      <translation>Diese Steuerklasse gibt es nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This till is busy with another sale. Park that one first.</source>
      <translation>Diese Kasse ist mit einem anderen Verkauf beschäftigt. Bitte diesen zuerst parken.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This till is no longer in use.</source>
      <translation>Diese Kasse ist nicht mehr in Gebrauch.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This took too long and was stopped. Ask for less, such as a shorter period, or try again.</source>
      <translation>Das hat zu lange gedauert und wurde abgebrochen. Bitte weniger abfragen, etwa einen kürzeren Zeitraum, oder noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This variant no longer exists. Choose another one.</source>
      <translation>Diese Variante gibt es nicht mehr. Bitte eine andere wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>This version does not have this setting.</source>
      <translation>Diese Einstellung gibt es in dieser Version nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This version has no setting {setting}.</source>
      <translation>Die Einstellung {setting} gibt es in dieser Version nicht.</translation>
    </message>
    <message>
      <location filename="ui/counts/sheet.py" />
      <source>This was not counted</source>
      <translation>Das wurde nicht gezählt</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>This way of paying no longer exists. Choose another one.</source>
      <translation>Diese Zahlungsart gibt es nicht mehr. Bitte eine andere wählen.</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>This week</source>
      <translation>Diese Woche</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>This window has no right to save this store. Whoever has a superuser of that server runs, there or where it can be reached:</source>
      <translation>Dieses Fenster hat kein Recht, den Laden des Servers zu sichern. Wer einen Superuser dieses Servers hat, ruft dort oder auf einem Computer mit Zugang dazu auf:</translation>
    </message>
    <message>
      <location filename="ui/period_labels.py" />
      <location filename="ui/reports/labels.py" />
      <source>This year</source>
      <translation>Dieses Jahr</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/list_actions.py" />
      <source>Tick all rows</source>
      <translation>Alle Zeilen auswählen</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/list_actions.py" />
      <source>Tick the chosen row</source>
      <translation>Markierte Zeile auswählen</translation>
    </message>
    <message>
      <location filename="ui/inventory/ticked.py" />
      <location filename="ui/kit/lists/tick_table.py" />
      <source>Ticked</source>
      <translation>Ausgewählt</translation>
    </message>
    <message>
      <location filename="ui/inventory/ticked.py" />
      <source>Ticked products</source>
      <translation>Ausgewählte Artikel</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <location filename="ui/settings/preview.py" />
      <location filename="ui/shell/pages.py" />
      <location filename="ui/till/entry_keys.py" />
      <location filename="ui/till/function_keys.py" />
      <location filename="ui/till/sale/exchange_key.py" />
      <location filename="ui/till/touch.py" />
      <source>Till</source>
      <translation>Kasse</translation>
    </message>
    <message>
      <location filename="ui/settings/register_dialog.py" />
      <source>Till 2</source>
      <translation>Kasse 2</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>Till sales and delivered orders are listed here.</source>
      <translation>Hier stehen Kassenverkäufe und zugestellte Bestellungen.</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Time of the daily backup</source>
      <translation>Zeit der täglichen Sicherung</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Time zone</source>
      <translation>Zeitzone</translation>
    </message>
    <message>
      <location filename="ui/timeline/dialog.py" />
      <source>Timeline</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>Times on paper and in lists may be wrong. Have both computers set their clocks by the network.</source>
      <translation>Zeiten auf Papier und in Listen können falsch sein. Bitte beide Computer ihre Uhr über das Netz stellen lassen.</translation>
    </message>
    <message>
      <location filename="ui/outbox/columns.py" />
      <location filename="ui/outbox/detail.py" />
      <source>To</source>
      <translation>An</translation>
    </message>
    <message>
      <location filename="ui/shifts/labels.py" />
      <location filename="ui/shifts/view.py" />
      <source>To approve</source>
      <translation>Freizugeben</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_money.py" />
      <source>To be given back</source>
      <translation>Wird zurückgegeben</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>To come</source>
      <translation>Kommt</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/orders/labels.py" />
      <source>To confirm</source>
      <translation>Zu bestätigen</translation>
    </message>
    <message>
      <location filename="ui/counts/labels.py" />
      <location filename="ui/counts/sheet.py" />
      <source>To count</source>
      <translation>Zu zählen</translation>
    </message>
    <message>
      <location filename="ui/inventory/low_stock.py" />
      <source>To order</source>
      <translation>Bestellen</translation>
    </message>
    <message>
      <location filename="ui/orders/payment.py" />
      <location filename="ui/till/checkout/amount_due.py" />
      <location filename="ui/till/checkout/exchange_panel.py" />
      <location filename="ui/till/checkout/pay_panel.py" />
      <location filename="ui/till/collecting/order_pay_panel.py" />
      <location filename="ui/till/sale/sale_totals.py" />
      <source>To pay</source>
      <translation>Zu zahlen</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/orders/labels.py" />
      <location filename="ui/start/view.py" />
      <source>To ship</source>
      <translation>Zu versenden</translation>
    </message>
    <message>
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/exceptions/view.py" />
      <source>To sign off</source>
      <translation>Abzuzeichnen</translation>
    </message>
    <message>
      <location filename="ui/orders/returns.py" />
      <location filename="ui/till/returns/return_lines.py" />
      <source>To the shelf</source>
      <translation>Ins Regal</translation>
    </message>
    <message>
      <location filename="ui/period_labels.py" />
      <location filename="ui/reports/labels.py" />
      <location filename="ui/settings/taxes.py" />
      <location filename="ui/start/hour_card.py" />
      <source>Today</source>
      <translation>Heute</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>Today, {rate}</source>
      <translation>Heute, {rate}</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Told by ear: a scan was taken, was not taken, or a manager is needed.</source>
      <translation>Zu hören: ein Scan wurde erfasst, wurde nicht erfasst, oder eine Leitung wird gebraucht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>Too many open files</source>
      <translation>Zu viele Dateien sind geöffnet</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Too many programs are using the store's database. Try again in a moment.</source>
      <translation>Zu viele Programme benutzen die Datenbank des Ladens. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message numerus="yes">
      <location filename="cli/past_sales.py" />
      <source>Took {n} line away.</source>
      <comment>Took {n} lines away.</comment>
      <translation>
        <numerusform>{n} Zeile entfernt.</numerusform>
        <numerusform>{n} Zeilen entfernt.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/catalog/category_choice.py" />
      <location filename="ui/catalog/category_form.py" />
      <source>Top level</source>
      <translation>Oberste Ebene</translation>
    </message>
    <message>
      <location filename="ui/till/gift_cards/balance.py" />
      <source>Top up</source>
      <translation>Aufladen</translation>
    </message>
    <message>
      <location filename="ui/till/gift_cards/selling.py" />
      <source>Top up a gift card</source>
      <translation>Gutschein aufladen</translation>
    </message>
    <message>
      <location filename="documents/gift_cards.py" />
      <source>Topped up</source>
      <translation>Aufgeladen</translation>
    </message>
    <message>
      <location filename="documents/customer_display.py" />
      <location filename="documents/email_texts.py" />
      <location filename="documents/receipts.py" />
      <location filename="ui/customers/card.py" />
      <location filename="ui/customers/sections.py" />
      <location filename="ui/orders/detail.py" />
      <location filename="ui/orders/new_order.py" />
      <location filename="ui/orders/order_sheet.py" />
      <location filename="ui/orders/past_orders.py" />
      <location filename="ui/orders/queues.py" />
      <location filename="ui/reports/columns.py" />
      <location filename="ui/reports/order_part.py" />
      <location filename="ui/reports/view.py" />
      <location filename="ui/till/collecting/order_panel.py" />
      <location filename="ui/till/discounts/discount_panel.py" />
      <location filename="ui/till/sale/lines.py" />
      <location filename="ui/till/sale/sale_totals.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Total</source>
      <translation>Gesamt</translation>
    </message>
    <message>
      <location filename="ui/counts/posting.py" />
      <source>Total difference</source>
      <translation>Differenz gesamt</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <source>Total of all orders</source>
      <translation>Summe aller Bestellungen</translation>
    </message>
    <message>
      <location filename="documents/deposit_receipts.py" />
      <source>Total of the order</source>
      <translation>Summe der Bestellung</translation>
    </message>
    <message>
      <location filename="ui/till/sale/paid_card.py" />
      <location filename="ui/till/sale/sale_totals.py" />
      <source>Total {total}</source>
      <translation>Gesamt {total}</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Touch mode</source>
      <translation>Touch-Modus</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <location filename="ui/orders/queues.py" />
      <source>Town</source>
      <translation>Ort</translation>
    </message>
    <message>
      <location filename="mails/order_shipped.html" />
      <location filename="mails/order_shipped.txt" />
      <source>Track the shipment</source>
      <translation>Sendung verfolgen</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/timeline/labels.py" />
      <source>Tracking corrected</source>
      <translation>Sendungsnummer berichtigt</translation>
    </message>
    <message>
      <location filename="mails/order_shipped.html" />
      <location filename="mails/order_shipped.txt" />
      <location filename="ui/orders/bulk_shipping.py" />
      <location filename="ui/orders/dialogs.py" />
      <location filename="ui/settings/carriers.py" />
      <source>Tracking number</source>
      <translation>Sendungsnummer</translation>
    </message>
    <message>
      <location filename="ui/orders/history.py" />
      <source>Tracking number corrected: {detail}</source>
      <translation>Sendungsnummer korrigiert: {detail}</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>Tracking number of {number}</source>
      <translation>Sendungsnummer von {number}</translation>
    </message>
    <message>
      <location filename="mails/order_shipped.html" />
      <source>Tracking number {number}</source>
      <translation>Sendungsnummer {number}</translation>
    </message>
    <message>
      <location filename="ui/settings/carrier_dialog.py" />
      <source>Tracking page</source>
      <translation>Seite zur Sendungsverfolgung</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Tries of an e-mail</source>
      <translation>Versuche je E-Mail</translation>
    </message>
    <message>
      <location filename="ui/settings/scale_codes.py" />
      <source>Try a label</source>
      <translation>Etikett ausprobieren</translation>
    </message>
    <message>
      <location filename="ui/settings/carriers.py" />
      <source>Try a tracking number</source>
      <translation>Sendungsnummer ausprobieren</translation>
    </message>
    <message>
      <location filename="ui/outbox/detail.py" />
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/empty.py" />
      <source>Try other words, or clear the search.</source>
      <translation>Versuchen Sie es mit anderen Wörtern, oder leeren Sie die Suche.</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>Try the demo store</source>
      <translation>Demo-Laden ausprobieren</translation>
    </message>
    <message>
      <location filename="ui/outbox/view.py" />
      <source>Try the e-mail again</source>
      <translation>E-Mail erneut versuchen</translation>
    </message>
    <message>
      <location filename="ui/settings/servers.py" />
      <source>Try the replica</source>
      <translation>Replikat ausprobieren</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Turkish</source>
      <translation>Türkisch</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Two lines of {name} become one, and their notes together are longer than {longest} characters. Shorten one of the notes, then try again.</source>
      <translation>Zwei Positionen mit {name} werden eine, und ihre Notizen sind zusammen länger als {longest} Zeichen. Eine der Notizen kürzen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Two variants would have the same size and color. Change one of them.</source>
      <translation>Zwei Varianten hätten dieselbe Größe und Farbe. Bitte eine davon ändern.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Type PayPal's reference, or the e-mail address of the payer.</source>
      <translation>Bitte die Referenz von PayPal oder die E-Mail-Adresse des Zahlenden eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Type a day such as {example}.</source>
      <translation>Bitte einen Tag wie {example} eingeben.</translation>
    </message>
    <message>
      <location filename="ui/till/new_code.py" />
      <source>Type a few letters of the product's name.</source>
      <translation>Ein paar Buchstaben des Artikelnamens eingeben.</translation>
    </message>
    <message>
      <location filename="ui/item_search/popup.py" />
      <source>Type a name, a category or a part of a code</source>
      <translation>Name, Kategorie oder Teil eines Codes eingeben</translation>
    </message>
    <message>
      <location filename="ui/orders/order_sheet.py" />
      <source>Type a name, or scan a product.</source>
      <translation>Geben Sie einen Namen ein oder scannen Sie einen Artikel.</translation>
    </message>
    <message>
      <location filename="ui/till/sale/customer.py" />
      <source>Type a part of what you know.</source>
      <translation>Geben Sie ein, was Sie wissen – ein Teil genügt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Type a percentage from 0 to under 100, such as 8.25.</source>
      <translation>Bitte einen Prozentsatz von 0 bis unter 100 eingeben, z. B. 8,25.</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_dialogs.py" />
      <source>Type a rate to see what a price comes to with it.</source>
      <translation>Nach Eingabe eines Satzes steht hier, was ein Preis damit ergibt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Type a whole address with https:// and {hole} where the number goes.</source>
      <translation>Geben Sie eine ganze Adresse mit https:// ein, und {hole}, wo die Nummer steht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Type a whole number from {smallest} to {largest}.</source>
      <translation>Bitte eine ganze Zahl von {smallest} bis {largest} eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Type a whole number in digits.</source>
      <translation>Bitte eine ganze Zahl in Ziffern eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Type an amount in digits, with nothing else.</source>
      <translation>Bitte nur einen Betrag in Ziffern eingeben.</translation>
    </message>
    <message>
      <location filename="ui/reports/question.py" />
      <source>Type both days, such as {example}.</source>
      <translation>Bitte beide Tage eingeben, zum Beispiel {example}.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_pay_panel.py" />
      <source>Type it by hand instead</source>
      <translation>Doch von Hand eingeben</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Type one letter: digits and signs belong to the amount.</source>
      <translation>Geben Sie einen Buchstaben ein: Ziffern und Zeichen gehören zum Betrag.</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/find_order.py" />
      <source>Type or scan the number of the order.</source>
      <translation>Nummer der Bestellung eintippen oder scannen.</translation>
    </message>
    <message>
      <location filename="ui/till/returns/find_receipt.py" />
      <source>Type or scan the number on the receipt.</source>
      <translation>Die Nummer auf dem Beleg eingeben oder scannen.</translation>
    </message>
    <message>
      <location filename="ui/settings/servers.py" />
      <source>Type the address of a replica first.</source>
      <translation>Geben Sie zuerst die Adresse eines Replikats ein.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Type the amount in digits, such as 20 or 20.50.</source>
      <translation>Bitte den Betrag in Ziffern eingeben, z. B. 20 oder 20,50.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Type the last four digits of the card, or nothing.</source>
      <translation>Bitte die letzten vier Ziffern der Karte oder nichts eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Type the price of {name}.</source>
      <translation>Geben Sie den Preis von {name} ein.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Type the printer's address, such as 192.168.1.50.</source>
      <translation>Die Adresse des Druckers eingeben, etwa 192.168.1.50.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Type the reference that the terminal or PayPal gave: at least five letters or digits, and not the last four of the card.</source>
      <translation>Bitte die Referenz vom Terminal oder von PayPal eingeben: mindestens fünf Buchstaben oder Ziffern, nicht die letzten vier der Karte.</translation>
    </message>
    <message>
      <location filename="ui/catalog/variants.py" />
      <source>Type the sizes and colors. Each combination becomes a variant.</source>
      <translation>Geben Sie Größen und Farben ein. Jede Kombination wird zu einer Variante.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Type the weight in kilograms, such as 0.350.</source>
      <translation>Geben Sie das Gewicht in Kilogramm ein, zum Beispiel 0,350.</translation>
    </message>
    <message>
      <location filename="ui/settings/tenders.py" />
      <source>Type {typed} for {amount}.</source>
      <translation>{typed} eintippen für {amount}.</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Typed</source>
      <translation>Eingegeben</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>USB</source>
      <translation>USB</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>Unconfirmed</source>
      <translation>Unbestätigt</translation>
    </message>
    <message>
      <location filename="ui/inventory/ledger.py" />
      <location filename="ui/inventory/view.py" />
      <location filename="ui/receipt_mails.py" />
      <location filename="ui/till/checkout/taken_credit.py" />
      <location filename="ui/till/page.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="ui/inventory/ledger.py" />
      <source>Undo the chosen movement</source>
      <translation>Ausgewählte Bewegung rückgängig machen</translation>
    </message>
    <message>
      <location filename="ui/counts/shortcuts.py" />
      <source>Undo the count posted last</source>
      <translation>Zuletzt gebuchte Inventur rückgängig machen</translation>
    </message>
    <message>
      <location filename="ui/inventory/shortcuts.py" />
      <source>Undo the last change</source>
      <translation>Letzte Änderung rückgängig machen</translation>
    </message>
    <message>
      <location filename="ui/till/entry_keys.py" />
      <source>Undo the last change of the sale</source>
      <translation>Letzte Änderung am Verkauf rückgängig machen</translation>
    </message>
    <message>
      <location filename="ui/counts/shortcuts.py" />
      <source>Undo the last entry</source>
      <translation>Letzte Eingabe rückgängig machen</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/taken_credit.py" />
      <source>Undo: gift card {number}</source>
      <translation>Rückgängig: Gutschein {number}</translation>
    </message>
    <message>
      <location filename="ui/inventory/ledger.py" />
      <source>Undone</source>
      <translation>Rückgängig gemacht</translation>
    </message>
    <message>
      <location filename="ui/inventory/view.py" />
      <source>Undone.</source>
      <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
      <location filename="ui/till/labels.py" />
      <source>Undone: the sale costs what it cost before the discount.</source>
      <translation>Rückgängig: Der Verkauf kostet wieder so viel wie vor dem Rabatt.</translation>
    </message>
    <message>
      <location filename="ui/till/labels.py" />
      <source>Undone: the sale is for nobody in particular again.</source>
      <translation>Rückgängig gemacht: Der Verkauf ist wieder ohne Kunden.</translation>
    </message>
    <message>
      <location filename="ui/till/labels.py" />
      <source>Undone: the sale is for {name} again.</source>
      <translation>Rückgängig gemacht: Der Verkauf ist wieder für {name}.</translation>
    </message>
    <message>
      <location filename="ui/till/labels.py" />
      <source>Undone: {count} × {what} is back.</source>
      <translation>Rückgängig gemacht: {count} × {what} ist wieder da.</translation>
    </message>
    <message>
      <location filename="ui/till/labels.py" />
      <source>Undone: {count} × {what} taken off again.</source>
      <translation>Rückgängig gemacht: {count} × {what} wieder entfernt.</translation>
    </message>
    <message>
      <location filename="ui/inventory/labels.py" />
      <source>Undone: {what}</source>
      <translation>Rückgängig: {what}</translation>
    </message>
    <message>
      <location filename="ui/till/labels.py" />
      <source>Undone: {what} costs {price} again.</source>
      <translation>Rückgängig gemacht: {what} kostet wieder {price}.</translation>
    </message>
    <message>
      <location filename="ui/till/labels.py" />
      <source>Undone: {what} has the note from before.</source>
      <translation>Rückgängig gemacht: {what} hat wieder die Notiz von vorher.</translation>
    </message>
    <message>
      <location filename="ui/item_search/search_frame.py" />
      <source>Unfold, fold</source>
      <translation>Auf- und zuklappen</translation>
    </message>
    <message>
      <location filename="ui/inventory/received_cost.py" />
      <source>Unit cost</source>
      <translation>EK-Preis</translation>
    </message>
    <message>
      <location filename="ui/orders/order_sheet.py" />
      <location filename="ui/till/sale/lines.py" />
      <source>Unit price</source>
      <translation>Einzelpreis</translation>
    </message>
    <message>
      <location filename="ui/till/new_code.py" />
      <source>Unknown code</source>
      <translation>Unbekannter Code</translation>
    </message>
    <message>
      <location filename="ui/counts/sheet.py" />
      <source>Unknown codes</source>
      <translation>Unbekannte Codes</translation>
    </message>
    <message>
      <location filename="ui/counts/posting.py" />
      <source>Unknown codes that change no stock: {n}.</source>
      <translation>Unbekannte Codes, die keinen Bestand ändern: {n}.</translation>
    </message>
    <message>
      <location filename="ui/sign_in/lock_page.py" />
      <source>Unlock</source>
      <translation>Entsperren</translation>
    </message>
    <message>
      <location filename="ui/sign_in/view.py" />
      <source>Unlock with a PIN</source>
      <translation>Mit PIN entsperren</translation>
    </message>
    <message>
      <location filename="ui/sign_in_history.py" />
      <source>Unlocked by PIN</source>
      <translation>Entsperrt mit PIN</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/list_actions.py" />
      <source>Untick all rows</source>
      <translation>Auswahl aller Zeilen aufheben</translation>
    </message>
    <message>
      <location filename="ui/settings/carriers.py" />
      <source>Up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <location filename="ui/till/new_code.py" />
      <source>Up, Down: choose</source>
      <translation>Auf, ab: wählen</translation>
    </message>
    <message>
      <location filename="ui/till/returns/return_lines.py" />
      <source>Up, Down: where the money goes</source>
      <translation>Pfeil auf, ab: wohin das Geld geht</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/joining.py" />
      <source>Up, Down: who lets you in</source>
      <translation>Pfeil auf, ab: wer Sie hereinlässt</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/close_shift.py" />
      <source>Up: correct the count</source>
      <translation>Pfeil auf: Zählung korrigieren</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/move_cash.py" />
      <source>Up: put in. Down: take out.</source>
      <translation>Pfeil auf: einlegen. Pfeil ab: entnehmen.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Upgraded the store {where}.</source>
      <translation>Laden {where} aktualisiert.</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>Upgrading the store</source>
      <translation>Der Laden wird aktualisiert</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Use # for a digit, @ for a letter, * for either, and letters and digits that are always there: 4 to 40 of them. Put a comma between two.</source>
      <translation>Nehmen Sie # für eine Ziffer, @ für einen Buchstaben, * für beides, und Buchstaben und Ziffern, die immer da sind: 4 bis 40. Zwischen zwei gehört ein Komma.</translation>
    </message>
    <message>
      <location filename="ui/sign_in/view.py" />
      <source>Use another store</source>
      <translation>Anderen Laden verwenden</translation>
    </message>
    <message>
      <location filename="ui/settings/carriers.py" />
      <source>Use it</source>
      <translation>Nutzen</translation>
    </message>
    <message>
      <location filename="ui/importing/choices.py" />
      <source>Use the file's stock for new products</source>
      <translation>Bestand aus der Datei für neue Artikel übernehmen</translation>
    </message>
    <message>
      <location filename="ui/till/sale/new_customer.py" />
      <source>Use this customer</source>
      <translation>Diesen Kunden nehmen</translation>
    </message>
    <message>
      <location filename="ui/settings/carrier_list.py" />
      <source>Used</source>
      <translation>Genutzt</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <source>Used</source>
      <comment>gift cards</comment>
      <translation>Eingelöst</translation>
    </message>
    <message>
      <location filename="ui/outbox/settings.py" />
      <location filename="ui/outbox/setup.py" />
      <location filename="ui/timeline/fields.py" />
      <source>User</source>
      <translation>Benutzer</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Usual</source>
      <translation>Normal</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <source>Usual paper</source>
      <translation>Wie üblich</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>Usual price</source>
      <translation>Üblicher Preis</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/arrangement.py" />
      <source>Usual rows</source>
      <translation>Normale Zeilen</translation>
    </message>
    <message>
      <location filename="ui/till/price_check.py" />
      <location filename="ui/till/weight_panel.py" />
      <source>Usually {price}</source>
      <translation>Sonst {price}</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_dialogs.py" />
      <source>VAT</source>
      <translation>MwSt.</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Valid from</source>
      <translation>Gültig ab</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>Valid until {month}/{year}</source>
      <translation>Gültig bis {month}/{year}</translation>
    </message>
    <message>
      <location filename="ui/counts/lines.py" />
      <location filename="ui/customers/view.py" />
      <location filename="ui/reports/stock_columns.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <location filename="ui/reports/cost_columns.py" />
      <source>Value at cost</source>
      <translation>Wert im Einkauf</translation>
    </message>
    <message>
      <location filename="ui/catalog/conflicts.py" />
      <location filename="ui/catalog/detail.py" />
      <location filename="ui/catalog/promotions/items.py" />
      <location filename="ui/catalog/variant_list.py" />
      <location filename="ui/reports/labels.py" />
      <source>Variant</source>
      <translation>Variante</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Variant removed</source>
      <translation>Variante entfernt</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <location filename="ui/catalog/variant_list.py" />
      <location filename="ui/catalog/view.py" />
      <location filename="ui/inventory/columns.py" />
      <location filename="ui/inventory/low_stock.py" />
      <source>Variants</source>
      <translation>Varianten</translation>
    </message>
    <message>
      <location filename="ui/catalog/variants.py" />
      <source>Variants of {product}</source>
      <translation>Varianten von {product}</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Verification</source>
      <translation>Bestätigung</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Verification sent</source>
      <translation>Bestätigungslink gesendet</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <location filename="ui/journal/view.py" />
      <source>Verify</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <location filename="ui/journal/view.py" />
      <source>Verify or export the fiscal records</source>
      <translation>Kassensätze prüfen oder exportieren</translation>
    </message>
    <message>
      <location filename="ui/journal/view.py" />
      <source>Verify the seals</source>
      <translation>Siegel prüfen</translation>
    </message>
    <message>
      <location filename="cli/fiscal.py" />
      <source>Verifying the fiscal records</source>
      <translation>Kassensätze werden geprüft</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <location filename="ui/journal/verifying.py" />
      <source>Verifying was canceled.</source>
      <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Vietnamese</source>
      <translation>Vietnamesisch</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Volume</source>
      <translation>Lautstärke</translation>
    </message>
    <message>
      <location filename="cli/catalog.py" />
      <location filename="cli/importing.py" />
      <source>WHAT</source>
      <translation>WAS</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <location filename="ui/health/store_lines.py" />
      <location filename="ui/outbox/labels.py" />
      <source>Waiting</source>
      <translation>Wartet</translation>
    </message>
    <message>
      <location filename="ui/timeline/fields.py" />
      <source>Walk-in customer</source>
      <translation>Laufkundschaft</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_panel.py" />
      <source>We do not know whether the card was charged.</source>
      <translation>Es ist offen, ob die Karte belastet wurde.</translation>
    </message>
    <message>
      <location filename="mails/order_shipped.html" />
      <location filename="mails/order_shipped.txt" />
      <source>We have shipped order {number} with {carrier}.</source>
      <translation>Wir haben die Bestellung {number} mit {carrier} versendet.</translation>
    </message>
    <message>
      <location filename="mails/order_shipped.html" />
      <location filename="mails/order_shipped.txt" />
      <source>We have shipped order {number}.</source>
      <translation>Wir haben die Bestellung {number} versendet.</translation>
    </message>
    <message>
      <location filename="ui/customers/web_shop.py" />
      <source>Web address</source>
      <translation>Webadresse</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>Web shop</source>
      <translation>Webshop</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>Week</source>
      <translation>Woche</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Weigh {name}, and type its weight in kilograms.</source>
      <translation>Wiegen Sie {name}, und geben Sie das Gewicht in Kilogramm ein.</translation>
    </message>
    <message>
      <location filename="ui/till/weight_panel.py" />
      <source>Weight in kg</source>
      <translation>Gewicht in kg</translation>
    </message>
    <message>
      <location filename="documents/customer_display.py" />
      <source>Welcome</source>
      <translation>Willkommen</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>Welcome to StoreDesk</source>
      <translation>Willkommen bei StoreDesk</translation>
    </message>
    <message>
      <location filename="ui/importing/encodings.py" />
      <source>Western European</source>
      <translation>Westeuropäisch</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <location filename="ui/exceptions/columns.py" />
      <location filename="ui/journal/columns.py" />
      <location filename="ui/timeline/dialog.py" />
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>What answers at {host}, port {port} is not a mail server, or needs another kind of protection.</source>
      <translation>Was unter {host}, Port {port}, antwortet, ist kein Mailserver oder braucht eine andere Verschlüsselung.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>What answers at {printer} is no receipt printer. Check the address.</source>
      <translation>Unter {printer} antwortet kein Belegdrucker. Die Adresse prüfen.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/till/checkout/terminal_labels.py" />
      <source>What became of it</source>
      <translation>Was daraus wurde</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>What becomes of it</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <location filename="ui/reports/order_part.py" />
      <source>What came back was sold at another time.</source>
      <translation>Was zurückkam, wurde zu einer anderen Zeit verkauft.</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/palette.py" />
      <source>What can be done</source>
      <translation>Verfügbare Befehle</translation>
    </message>
    <message>
      <location filename="ui/till/open_returns/open_return_lines.py" />
      <source>What comes back</source>
      <translation>Was zurückkommt</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>What comes back of {number} is worth {now} by now, not {was}. Drop the exchange and choose it again.</source>
      <translation>Was von {number} zurückkommt, ist jetzt {now} wert, nicht {was}. Verwerfen Sie den Umtausch, und wählen Sie ihn neu.</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/palette.py" />
      <source>What do you want to do?</source>
      <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
      <location filename="ui/settings/scale_code_dialog.py" />
      <location filename="ui/settings/scale_code_list.py" />
      <source>What follows</source>
      <translation>Was folgt</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <source>What happened</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <location filename="ui/counts/new_count.py" />
      <location filename="ui/counts/sheet.py" />
      <source>What is counted</source>
      <translation>Was gezählt wird</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>What is on gift card {number} was taken for a sale at {register} just now.</source>
      <translation>Was auf Gutschein {number} ist, wurde gerade für einen Verkauf an {register} genommen.</translation>
    </message>
    <message>
      <location filename="ui/settings/rules.py" />
      <source>What is paid in cash is rounded to it; other ways of paying are not.</source>
      <translation>Bar gezahlte Beträge werden darauf gerundet, andere Zahlungsarten nicht.</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>What is read there is old. Look at the load of that server, and at its network.</source>
      <translation>Was dort gelesen wird, ist alt. Bitte Auslastung und Netz jenes Servers ansehen.</translation>
    </message>
    <message>
      <location filename="ui/shifts/detail.py" />
      <source>What is shown of the shift</source>
      <translation>Was von der Schicht gezeigt wird</translation>
    </message>
    <message>
      <location filename="ui/returns/approvals.py" />
      <source>What is taken instead</source>
      <translation>Die neue Ware</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <source>What is written down for you from now on is listed here.</source>
      <translation>Was von jetzt an festgehalten wird, steht hier.</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/items.py" />
      <source>What it is for</source>
      <translation>Wofür sie gilt</translation>
    </message>
    <message>
      <location filename="ui/settings/carrier_dialog.py" />
      <source>What its numbers look like</source>
      <translation>Wie die Nummern aussehen</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>What names no other class is taxed as {name}, {rate}, and as {was} no longer, from now on. What was sold keeps its tax.</source>
      <translation>Was keine andere Klasse hat, wird ab sofort als {name} besteuert, {rate}, und nicht mehr als {was}. Was verkauft ist, behält seine Steuer.</translation>
    </message>
    <message>
      <location filename="ui/journal/view.py" />
      <source>What people change from now on is listed here: prices, settings, people.</source>
      <translation>Was ab jetzt geändert wird, steht hier: Preise, Einstellungen, Personen.</translation>
    </message>
    <message>
      <location filename="ui/timeline/dialog.py" />
      <source>What people change of it from now on is listed here.</source>
      <translation>Was daran ab jetzt geändert wird, steht hier.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>What the card terminal says cannot be understood. Ask it again.</source>
      <translation>Die Antwort des Kartenterminals ist nicht zu verstehen. Fragen Sie es noch einmal.</translation>
    </message>
    <message>
      <location filename="ui/outbox/detail.py" />
      <source>What the server said</source>
      <translation>Antwort des Servers</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>What the signer says cannot be understood. It is asked again later.</source>
      <translation>Die Antwort des Signierers ist unverständlich. Er wird später noch einmal gefragt.</translation>
    </message>
    <message>
      <location filename="ui/people/forms.py" />
      <source>What they may do changes at once; their pages when they sign in next.</source>
      <translation>Die Rechte ändern sich sofort, die Seiten bei der nächsten Anmeldung.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/inventory/stock_form.py" />
      <source>What to do</source>
      <translation>Was zu tun ist</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>What was entered since then would be lost with the disk. Make a backup.</source>
      <translation>Was seitdem erfasst wurde, ginge mit dem Datenträger verloren. Bitte eine Sicherung erstellen.</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/crash.py" />
      <source>What was saved is safe, and you can continue. If it happens again, send this report to whoever looks after the program.</source>
      <translation>Was gespeichert war, ist sicher, und Sie können weiterarbeiten. Wenn das wieder vorkommt, senden Sie diesen Bericht an die Person, die das Programm betreut.</translation>
    </message>
    <message>
      <location filename="ui/shell/frame.py" />
      <source>What you typed here would be lost.</source>
      <translation>Ihre Eingaben hier würden verloren gehen.</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/leaving.py" />
      <source>What you typed is not saved yet.</source>
      <translation>Ihre Eingaben sind noch nicht gespeichert.</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>What you typed is still here. Check it, then press again.</source>
      <translation>Ihre Eingabe ist erhalten geblieben. Bitte prüfen und erneut bestätigen.</translation>
    </message>
    <message>
      <location filename="ui/people/detail.py" />
      <source>What {name} may do</source>
      <translation>Was {name} darf</translation>
    </message>
    <message>
      <location filename="ui/exceptions/columns.py" />
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/journal/columns.py" />
      <location filename="ui/journal/detail.py" />
      <location filename="ui/journal/filters.py" />
      <location filename="ui/journal/fiscal_dialog.py" />
      <location filename="ui/timeline/dialog.py" />
      <location filename="ui/timeline/fields.py" />
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <source>When and what</source>
      <translation>Wann und was</translation>
    </message>
    <message>
      <location filename="ui/inventory/ledger.py" />
      <source>When and why</source>
      <translation>Wann und warum</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <source>When asked</source>
      <translation>Auf Wunsch</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>When none is left, nobody can sign in. Close windows that nobody uses, or have max_connections raised in the settings of the server.</source>
      <translation>Ist keine mehr frei, kann sich niemand anmelden. Bitte Fenster schließen, die niemand benutzt, oder max_connections in den Einstellungen des Servers erhöhen lassen.</translation>
    </message>
    <message>
      <location filename="ui/customers/view.py" />
      <source>Where</source>
      <translation>Ort</translation>
    </message>
    <message>
      <location filename="ui/orders/customer.py" />
      <source>Where it goes</source>
      <translation>Lieferadresse</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_money.py" />
      <source>Where the money is</source>
      <translation>Wo das Geld ist</translation>
    </message>
    <message>
      <location filename="ui/orders/carrier_choice.py" />
      <source>Which carrier?</source>
      <translation>Welcher Versanddienst?</translation>
    </message>
    <message>
      <location filename="ui/customers/view.py" />
      <source>Which customers</source>
      <translation>Welche Kunden</translation>
    </message>
    <message>
      <location filename="ui/outbox/view.py" />
      <source>Which e-mails</source>
      <translation>Welche E-Mails</translation>
    </message>
    <message>
      <location filename="ui/journal/view.py" />
      <source>Which entries</source>
      <translation>Welche Einträge</translation>
    </message>
    <message>
      <location filename="ui/exceptions/view.py" />
      <source>Which exceptions</source>
      <translation>Welche Ausnahmen</translation>
    </message>
    <message>
      <location filename="ui/inventory/ledger.py" />
      <source>Which movements</source>
      <translation>Welche Bewegungen</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>Which people</source>
      <translation>Welche Personen</translation>
    </message>
    <message>
      <location filename="ui/counts/sheet.py" />
      <location filename="ui/inventory/low_stock.py" />
      <source>Which products</source>
      <translation>Welche Artikel</translation>
    </message>
    <message>
      <location filename="ui/shifts/view.py" />
      <source>Which shifts</source>
      <translation>Welche Schichten</translation>
    </message>
    <message>
      <location filename="ui/inventory/columns.py" />
      <source>Which stock</source>
      <translation>Welcher Bestand</translation>
    </message>
    <message>
      <location filename="ui/shell/register_choice.py" />
      <source>Which till is this?</source>
      <translation>Welche Kasse ist das?</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/move_cash.py" />
      <source>Which way</source>
      <translation>Richtung</translation>
    </message>
    <message>
      <location filename="ui/settings/cash_dialog.py" />
      <source>While its shift is open, managers see when it holds less or more, and the till asks to bring cash to the safe. Empty: no such hint.</source>
      <translation>Solange ihre Schicht offen ist, sieht die Leitung, wenn weniger oder mehr in ihr ist, und die Kasse bittet, Bargeld in den Tresor zu bringen. Leer: kein solcher Hinweis.</translation>
    </message>
    <message>
      <location filename="ui/cash_ledger.py" />
      <location filename="ui/exceptions/columns.py" />
      <location filename="ui/exceptions/detail.py" />
      <location filename="ui/journal/columns.py" />
      <location filename="ui/journal/detail.py" />
      <location filename="ui/journal/filters.py" />
      <location filename="ui/timeline/dialog.py" />
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <location filename="ui/health/view.py" />
      <source>Who keeps a change open</source>
      <translation>Wer eine Änderung offen hält</translation>
    </message>
    <message>
      <location filename="ui/orders/customer.py" />
      <location filename="ui/till/sale/new_customer.py" />
      <source>Who may be meant</source>
      <translation>Wer gemeint sein könnte</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>Who orders is listed here, and whoever a cashier or a manager adds.</source>
      <translation>Hier steht, wer bestellt, und wen Kasse oder Leitung anlegen.</translation>
    </message>
    <message>
      <location filename="documents/gift_cards.py" />
      <source>Whoever has this code can pay with it. Keep it like cash.</source>
      <translation>Wer diesen Code hat, kann damit bezahlen. Bitte wie Bargeld aufbewahren.</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>Whoever owns the server can forge all that was not printed.</source>
      <translation>Wem der Server gehört, kann alles fälschen, was nicht gedruckt ist.</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>Whole sale</source>
      <translation>Ganzer Verkauf</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Whose badge this is has not signed in here since StoreDesk was started. Sign in with the password once.</source>
      <translation>Wem dieser Ausweis gehört, hat sich hier seit dem Start von StoreDesk noch nicht angemeldet. Melden Sie sich einmal mit dem Passwort an.</translation>
    </message>
    <message>
      <location filename="ui/customers/duplicates.py" />
      <location filename="ui/importing/bad_rows.py" />
      <location filename="ui/importing/unset.py" />
      <location filename="ui/orders/approvals.py" />
      <location filename="ui/orders/dialogs.py" />
      <location filename="ui/orders/returns.py" />
      <location filename="ui/outbox/columns.py" />
      <location filename="ui/returns/approvals.py" />
      <location filename="ui/till/approvals.py" />
      <location filename="ui/till/discounts/discount_panel.py" />
      <location filename="ui/till/open_returns/taking.py" />
      <location filename="ui/till/returns/money_back_panel.py" />
      <location filename="ui/till/shifts/open_drawer.py" />
      <source>Why</source>
      <translation>Grund</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/close_shift.py" />
      <source>Why is there a difference?</source>
      <translation>Warum gibt es eine Differenz?</translation>
    </message>
    <message>
      <location filename="ui/outbox/detail.py" />
      <source>Why it was not sent</source>
      <translation>Warum sie nicht gesendet wurde</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/quote_changes.py" />
      <source>Why the shelf count is wrong</source>
      <translation>Warum der Bestand nicht stimmt</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>Windows no longer show the changes of others by themselves. A program has kept a transaction open for long: see who keeps a change open.</source>
      <translation>Fenster zeigen die Änderungen anderer nicht mehr von selbst. Ein Programm hält seit Langem eine Transaktion offen: siehe, wer eine Änderung offen hält.</translation>
    </message>
    <message>
      <location filename="cli/tour.py" />
      <source>With --profile the demo store is kept, else it goes when the tour is over.</source>
      <translation>Mit --profile bleibt der Demo-Laden erhalten, sonst wird er nach dem Rundgang gelöscht.</translation>
    </message>
    <message>
      <location filename="ui/catalog/shopify.py" />
      <source>With stock</source>
      <translation>Mit Bestand</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_money.py" />
      <source>With the store</source>
      <translation>Beim Geschäft</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <location filename="ui/preferences/own_badge.py" />
      <source>Withdraw the badge</source>
      <translation>Ausweis einziehen</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <source>Without --dsn on this computer, where there must be no store yet. What is there is never written over.</source>
      <translation>Ohne --dsn auf diesem Computer, auf dem es noch keinen Laden geben darf. Vorhandenes wird nie überschrieben.</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>Without a manager, a cashier may refund up to {once} {currency} at once and {day} in a day: --refund-limit and --refund-day-limit change that when a store is made.</source>
      <translation>Ohne die Leitung darf eine Kassenkraft bis zu {once} {currency} auf einmal und {day} am Tag erstatten: --refund-limit und --refund-day-limit ändern das beim Anlegen eines Ladens.</translation>
    </message>
    <message>
      <location filename="ui/reports/columns.py" />
      <source>Without a rate</source>
      <translation>Ohne Steuersatz</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <location filename="ui/till/returns/find_receipt.py" />
      <source>Without a receipt</source>
      <translation>Ohne Beleg</translation>
    </message>
    <message>
      <location filename="ui/reports/cost_columns.py" />
      <source>Without cost</source>
      <translation>Ohne Einkaufspreis</translation>
    </message>
    <message>
      <location filename="ui/health/backup_dialog.py" />
      <source>Without encryption, whoever has the backup can read all that is in the store, and the customers.</source>
      <translation>Ohne Verschlüsselung kann, wer die Sicherung hat, alles im Laden lesen, auch die Kunden.</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/arranging.py" />
      <source>Without keys, this board shows what sells most. Press Enter to save.</source>
      <translation>Ohne Tasten zeigt diese Tafel das Meistverkaufte. Drücken Sie Enter zum Speichern.</translation>
    </message>
    <message>
      <location filename="ui/catalog/shopify.py" />
      <source>Without stock</source>
      <translation>Ohne Bestand</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <location filename="ui/shifts/figures.py" />
      <source>Without tax</source>
      <translation>Ohne Steuer</translation>
    </message>
    <message>
      <location filename="ui/preferences/preview.py" />
      <source>Wool scarf</source>
      <translation>Wollschal</translation>
    </message>
    <message>
      <location filename="ui/mail_labels.py" />
      <source>Words of “{mail}”</source>
      <translation>Text von „{mail}“</translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>Words, rows and fields, all together.</source>
      <translation>Wörter, Zeilen und Felder, alles zusammen.</translation>
    </message>
    <message>
      <location filename="ui/settings/mails.py" />
      <source>Words, with the greeting</source>
      <translation>Text, mit der Anrede</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/exporting.py" />
      <location filename="ui/shifts/view.py" />
      <source>Workbook (*.xlsx)</source>
      <translation>Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
      <location filename="ui/timeline/labels.py" />
      <source>Worked in a shift of others</source>
      <translation>In fremder Schicht gearbeitet</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <source>Worked in it</source>
      <translation>Mitgearbeitet</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <source>Worked in it: {people}</source>
      <translation>Mitgearbeitet: {people}</translation>
    </message>
    <message>
      <location filename="ui/journal/columns.py" />
      <location filename="ui/journal/detail.py" />
      <location filename="ui/timeline/dialog.py" />
      <source>Workstation</source>
      <translation>Arbeitsplatz</translation>
    </message>
    <message>
      <location filename="ui/till/open_returns/open_return_lines.py" />
      <source>Worth a piece</source>
      <translation>Wert pro Stück</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Would add checksums to {where}; the server stops meanwhile.</source>
      <translation>Würde Prüfsummen zu {where} hinzufügen; der Server steht so lange.</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>Would add the category {category} ({products}).</source>
      <translation>Würde die Kategorie {category} hinzufügen ({products}).</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>Would add the category {category}.</source>
      <translation>Würde die Kategorie {category} hinzufügen.</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <location filename="cli/past_sales.py" />
      <source>Would import: {counts}.</source>
      <translation>Würde importieren: {counts}.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Would make a certificate authority, {where}.</source>
      <translation>Würde eine Zertifizierungsstelle erstellen: {where}.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Would make a certificate, {where}.</source>
      <translation>Würde ein Zertifikat erstellen: {where}.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Would make the store {where}.</source>
      <translation>Würde den Laden {where} anlegen.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Would move the store to {where}, compare every table, and close the old one.</source>
      <translation>Würde den Laden nach {where} umziehen, jede Tabelle vergleichen und den alten schließen.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Would restart PostgreSQL {where}.</source>
      <translation>Würde PostgreSQL {where} neu starten.</translation>
    </message>
    <message numerus="yes">
      <location filename="cli/import_report.py" />
      <source>Would set the stock of {n} known product.</source>
      <comment>Would set the stock of {n} known products.</comment>
      <translation>
        <numerusform>Würde den Bestand von {n} bekannten Artikel setzen.</numerusform>
        <numerusform>Würde den Bestand von {n} bekannten Artikeln setzen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Would start PostgreSQL {where}.</source>
      <translation>Würde PostgreSQL {where} starten.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Would upgrade the store {where}.</source>
      <translation>Würde den Laden {where} aktualisieren.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Would write the access rules, {where}.</source>
      <translation>Würde die Zugriffsregeln schreiben: {where}.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Would write the join file, {where}.</source>
      <translation>Würde die Verbindungsdatei schreiben: {where}.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Would write the settings, {where}.</source>
      <translation>Würde die Einstellungen schreiben: {where}.</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/open_drawer.py" />
      <source>Write it down</source>
      <translation>Festhalten</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>Write the currency as three capital letters, such as USD.</source>
      <translation>Bitte die Währung mit drei Großbuchstaben angeben, z. B. USD.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Write the folder in full, such as /media/stick/backups.</source>
      <translation>Bitte den Ordner vollständig angeben, etwa /media/stick/backups.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Write the replica as host or host:port, such as replica.example.com:5432.</source>
      <translation>Schreiben Sie das Replikat als Host oder Host:Port, etwa replica.example.com:5432.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>Write the web shop's address as https://shop.example.com.</source>
      <translation>Bitte die Adresse des Webshops in der Form https://shop.example.com angeben.</translation>
    </message>
    <message>
      <location filename="cli/file_reading.py" />
      <source>Writing lines of past sales</source>
      <translation>Zeilen früherer Verkäufe schreiben</translation>
    </message>
    <message>
      <location filename="cli/file_reading.py" />
      <source>Writing rows</source>
      <translation>Zeilen werden geschrieben</translation>
    </message>
    <message>
      <location filename="cli/fiscal.py" />
      <source>Writing the fiscal records</source>
      <translation>Kassensätze werden geschrieben</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Writing the lines: {done} of {all}</source>
      <translation>Zeilen schreiben: {done} von {all}</translation>
    </message>
    <message>
      <location filename="cli/catalog.py" />
      <source>Writing the products</source>
      <translation>Artikel werden geschrieben</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Writing the products: {done} of {all} rows</source>
      <translation>Artikel werden geschrieben: {done} von {all} Zeilen</translation>
    </message>
    <message>
      <location filename="cli/file_reading.py" />
      <source>Writing the stock of new products</source>
      <translation>Bestände neuer Artikel werden geschrieben</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>Writing the stock of new products: {done} of {all}</source>
      <translation>Bestand neuer Artikel wird geschrieben: {done} von {all}</translation>
    </message>
    <message>
      <location filename="ui/sign_in_history.py" />
      <source>Wrong PIN</source>
      <translation>Falsche PIN</translation>
    </message>
    <message>
      <location filename="ui/sign_in_history.py" />
      <source>Wrong badge</source>
      <translation>Falscher Ausweis</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/close_shift.py" />
      <source>Wrong change</source>
      <translation>Falsch herausgegeben</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Wrote the access rules, {where}.</source>
      <translation>Zugriffsregeln geschrieben: {where}.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Wrote the join file, {where}.</source>
      <translation>Verbindungsdatei geschrieben: {where}.</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>Wrote the settings, {where}.</source>
      <translation>Einstellungen geschrieben: {where}.</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <location filename="ui/shifts/detail.py" />
      <location filename="ui/till/shifts/close_shift.py" />
      <source>X report</source>
      <translation>X-Bericht</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <location filename="ui/settings/labels.py" />
      <location filename="ui/settings/registers.py" />
      <location filename="ui/timeline/fields.py" />
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <location filename="ui/period_labels.py" />
      <location filename="ui/reports/labels.py" />
      <source>Yesterday</source>
      <translation>Gestern</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>You</source>
      <translation>Ihr Zugang</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>You are not allowed to do this.</source>
      <translation>Dazu sind Sie nicht berechtigt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>You are not in the shift of the register that this fiscal record is of.</source>
      <translation>Sie sind nicht in der Schicht der Kasse, zu der dieser Kassensatz gehört.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>You are not in this shift. One of its people, or a manager, can let you in.</source>
      <translation>Sie gehören nicht zu dieser Schicht. Jemand aus der Schicht oder die Leitung kann Sie aufnehmen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>You are not in this shift. {people}, or a manager, can let you in.</source>
      <translation>Sie gehören nicht zu dieser Schicht. {people} oder die Leitung kann Sie aufnehmen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>You cannot disable your own login. Ask another admin to do it.</source>
      <translation>Ihren eigenen Anmeldenamen können Sie nicht deaktivieren. Bitte einen anderen Administrator darum bitten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>You cannot leave the group of admins yourself. Ask another admin to do it.</source>
      <translation>Sie können sich nicht selbst aus der Gruppe der Administratoren nehmen. Bitten Sie jemand anderen aus der Administration darum.</translation>
    </message>
    <message>
      <location filename="documents/customer_display.py" />
      <source>You get back</source>
      <translation>Sie bekommen zurück</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_badge.py" />
      <source>You have a badge. A new one takes its place; withdraw it where it is lost.</source>
      <translation>Sie haben einen Ausweis. Ein neuer ersetzt ihn; ziehen Sie ihn ein, wenn er verloren ist.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>You have given ten wrong codes in an hour. Ask a colleague to take the gift card, or try again later.</source>
      <translation>In dieser Stunde waren schon zehn Codes falsch. Bitte jemand anderen den Gutschein annehmen lassen oder es später noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="ui/joining.py" />
      <source>You have left this shift</source>
      <translation>Sie haben diese Schicht verlassen</translation>
    </message>
    <message>
      <location filename="ui/counts/sheet.py" />
      <source>You have not counted anything yet</source>
      <translation>Sie haben noch nichts gezählt</translation>
    </message>
    <message>
      <location filename="mails/order_cancelled.html" />
      <location filename="mails/order_cancelled.txt" />
      <source>You have not paid anything, and do not need to do anything.</source>
      <translation>Sie haben nichts bezahlt und müssen nichts tun.</translation>
    </message>
    <message>
      <location filename="mails/order_cancelled.html" />
      <location filename="mails/order_cancelled.txt" />
      <source>You have paid {amount}. We refund it the way it was paid; banks may take a few days.</source>
      <translation>Sie haben {amount} bezahlt. Wir erstatten den Betrag auf demselben Weg; das kann bei Banken einige Tage dauern.</translation>
    </message>
    <message>
      <location filename="ui/joining.py" />
      <source>You leave any other shift that you are in.</source>
      <translation>Sind Sie in einer anderen Schicht, verlassen Sie diese damit.</translation>
    </message>
    <message>
      <location filename="ui/joining.py" />
      <source>You opened this shift and then joined another one. Join it again.</source>
      <translation>Sie haben diese Schicht geöffnet und sind dann einer anderen beigetreten. Treten Sie ihr wieder bei.</translation>
    </message>
    <message>
      <location filename="mails/test.html" />
      <source>You receive this e-mail because you asked for it in StoreDesk.</source>
      <translation>Sie erhalten diese E-Mail, weil Sie sie in StoreDesk angefordert haben.</translation>
    </message>
    <message>
      <location filename="mails/layout.html" />
      <source>You receive this e-mail because you ordered from us. You can reply to it.</source>
      <translation>Sie erhalten diese E-Mail, weil Sie bei uns bestellt haben. Sie können darauf antworten.</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>You will manage the store and its logins.</source>
      <translation>Sie verwalten den Laden und seine Benutzer.</translation>
    </message>
    <message>
      <location filename="ui/preferences/view.py" />
      <source>Your PIN</source>
      <translation>Ihre PIN</translation>
    </message>
    <message>
      <location filename="ui/preferences/view.py" />
      <source>Your PIN is set: F12 locks, and your PIN unlocks.</source>
      <translation>Ihre PIN ist festgelegt: F12 sperrt, und die PIN entsperrt.</translation>
    </message>
    <message>
      <location filename="ui/preferences/view.py" />
      <source>Your PIN was removed: F12 signs you out.</source>
      <translation>Ihre PIN wurde entfernt: F12 meldet Sie ab.</translation>
    </message>
    <message>
      <location filename="ui/preferences/own_badge.py" />
      <location filename="ui/preferences/view.py" />
      <source>Your badge</source>
      <translation>Ihr Ausweis</translation>
    </message>
    <message>
      <location filename="ui/preferences/view.py" />
      <source>Your badge was withdrawn.</source>
      <translation>Ihr Ausweis wurde eingezogen.</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>Your currency, tax and time zone</source>
      <translation>Ihre Währung, Steuer und Zeitzone</translation>
    </message>
    <message>
      <location filename="mails/test.html" />
      <source>Your e-mail works</source>
      <translation>Ihre E-Mails funktionieren</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>Your name</source>
      <translation>Ihr Name</translation>
    </message>
    <message>
      <location filename="mails/order_shipped.html" />
      <source>Your order has been shipped</source>
      <translation>Ihre Bestellung wurde versendet</translation>
    </message>
    <message>
      <location filename="mails/order_cancelled.html" />
      <source>Your order is canceled</source>
      <translation>Ihre Bestellung ist storniert</translation>
    </message>
    <message>
      <location filename="mails/order_confirmation.html" />
      <location filename="mails/order_confirmation.txt" />
      <source>Your order {number} is paid. We will write again when it has been shipped.</source>
      <translation>Ihre Bestellung {number} ist bezahlt. Wir schreiben Ihnen wieder, sobald sie versendet ist.</translation>
    </message>
    <message>
      <location filename="ui/first_run/restore.py" />
      <source>Your people sign in as before, with the passwords that they had when the backup was made. A folder shows all backups in it; a backup without encryption is three files, of which you choose any one.</source>
      <translation>Alle melden sich an wie zuvor, mit den Passwörtern, die sie bei der Sicherung hatten. Ein Ordner zeigt alle Sicherungen darin; eine Sicherung ohne Verschlüsselung besteht aus drei Dateien, von denen eine beliebige gewählt wird.</translation>
    </message>
    <message>
      <location filename="ui/shell/first_steps.py" />
      <source>Your store is ready</source>
      <translation>Ihr Laden ist bereit</translation>
    </message>
    <message>
      <location filename="ui/sign_in/view.py" />
      <source>Your store on this computer</source>
      <translation>Ihr Laden auf diesem Computer</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>Your store's PostgreSQL runs elsewhere. Add this computer as a till or office.</source>
      <translation>Die PostgreSQL-Datenbank Ihres Ladens läuft anderswo. Nehmen Sie diesen Computer als Kasse oder Büroplatz hinzu.</translation>
    </message>
    <message>
      <location filename="ui/first_run/welcome.py" />
      <source>Your till, products and stock in one window. How do you want to start?</source>
      <translation>Kasse, Artikel und Bestand in einem Fenster. Wie möchten Sie beginnen?</translation>
    </message>
    <message>
      <location filename="ui/shifts/columns.py" />
      <source>Z report</source>
      <translation>Z-Bericht</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <location filename="ui/shifts/detail.py" />
      <source>Z report {number}</source>
      <translation>Z-Bericht {number}</translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <location filename="ui/shifts/labels.py" />
      <source>Z {number}</source>
      <translation>Z {number}</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a barcode's variant belongs to its product</source>
      <translation>die Variante eines Barcodes gehört zu ihrem Artikel</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a cart has exactly one owner, told by is_guest</source>
      <translation>ein Warenkorb gehört genau einem Kunden oder Gast, wie is_guest es sagt</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a cart line's variant belongs to its product</source>
      <translation>die Variante einer Zeile im Warenkorb gehört zu ihrem Artikel</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a cashier has every limit</source>
      <translation>ein Kassierer hat jede Grenze</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a closed session's arithmetic still holds (nothing slipped in after closing)</source>
      <translation>die Rechnung einer abgeschlossenen Schicht stimmt weiter (nach dem Abschluss kam nichts hinein)</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a code is one thing: whatever carries it as SKU and as barcode is the same product</source>
      <translation>ein Code bedeutet eines: was ihn als Artikelnummer und als Barcode trägt, ist derselbe Artikel</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a customer with addresses has exactly one default</source>
      <translation>ein Kunde mit Adressen hat genau eine Standardadresse</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a customer with payment methods has exactly one default</source>
      <translation>ein Kunde mit Zahlungsarten hat genau eine Standardzahlungsart</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a fiscal record comes to what was booked, and its rates add up to it and are the tax lines of the order or return</source>
      <translation>ein Kassensatz hat den gebuchten Betrag, und seine Steuersätze ergeben ihn und sind die Steuerzeilen der Bestellung oder Rücknahme</translation>
    </message>
    <message>
      <location filename="cli/tour.py" />
      <source>a language of the program, such as de</source>
      <translation>eine Sprache des Programms, etwa de</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <location filename="cli/mailer.py" />
      <source>a libpq connection string or URI</source>
      <translation>Verbindungsangabe oder URI für libpq</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a line of an open count is the sum of what was counted since its product was last set, and remembers the stock of the first of it</source>
      <translation>eine Zeile einer offenen Zählung ist die Summe des Gezählten, seit ihr Artikel zuletzt gesetzt wurde, und kennt den Bestand bei der ersten davon</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a line that was measured has one piece; what was weighed at a price a kilogram costs weight times price, rounded once</source>
      <translation>eine gemessene Position hat ein Stück; was zu einem Kilopreis gewogen wurde, kostet Gewicht mal Preis, einmal gerundet</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a line's variant, while it still exists, belongs to the line's product</source>
      <translation>die Variante einer Bestellzeile gehört, solange es sie gibt, zum Artikel der Zeile</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a pending order is never paid in full and nothing of it went back; what was paid is its deposits, each taken in a shift</source>
      <translation>Eine unbestätigte Bestellung ist nie ganz bezahlt und nichts davon ging zurück; bezahlt sind ihre Anzahlungen, jede in einer Schicht angenommen</translation>
    </message>
    <message>
      <location filename="ui/settings/logo.py" />
      <location filename="ui/settings/logo_box.py" />
      <location filename="ui/timeline/fields.py" />
      <source>a picture</source>
      <translation>ein Bild</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a posted count line has applied exactly the counted difference; an unposted one nothing</source>
      <translation>eine gebuchte Zählzeile hat genau die gezählte Differenz gebucht, eine ungebuchte nichts</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a price that is not the list's says why</source>
      <translation>ein Preis, der nicht der Listenpreis ist, sagt warum</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a product with images has exactly one primary</source>
      <translation>ein Artikel mit Bildern hat genau ein Hauptbild</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a promotion made a line cheaper, never dearer or free, and no price was set by hand besides</source>
      <translation>eine Preisaktion hat eine Zeile günstiger gemacht, nie teurer oder kostenlos, und kein Preis wurde daneben von Hand gesetzt</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a register has one sale on its screen</source>
      <translation>eine Kasse hat einen Verkauf auf dem Bildschirm</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a register without a drawer names one that has one, and has no open shift itself</source>
      <translation>eine Kasse ohne Schublade nennt eine, die eine hat, und hat selbst keine offene Schicht</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a request that was answered has its answer beside it</source>
      <translation>eine beantwortete Anfrage hat ihre Antwort bei sich</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a return without a receipt comes to its lines and their taxes, and no piece to more than the lowest price of those 90 days</source>
      <translation>eine Rücknahme ohne Beleg ergibt sich aus ihren Positionen und deren Steuern, und kein Stück ist mehr wert als der niedrigste Preis der 90 Tage</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a sale in progress is a guest's basket, and no order yet</source>
      <translation>ein laufender Verkauf ist der Warenkorb eines Gastes und noch keine Bestellung</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a shift was closed with its last count, and a correction corrects a count of the same drawer</source>
      <translation>eine Schicht wurde mit ihrer letzten Zählung abgeschlossen, und eine Berichtigung berichtigt eine Zählung derselben Schublade</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a till sale is delivered; only a till sale is delivered without tracking</source>
      <translation>ein Verkauf an der Kasse ist geliefert; nur ein solcher ist ohne Sendungsnummer geliefert</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>a till sale's payments belong to the session of the sale (a collected order was paid elsewhere)</source>
      <translation>die Zahlungen eines Verkaufs gehören zur Schicht des Verkaufs (eine abgeholte Bestellung wurde anderswo bezahlt)</translation>
    </message>
    <message>
      <location filename="ui/start/day_part.py" />
      <source>a week ago</source>
      <translation>vor einer Woche</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>active</source>
      <translation>aktiv</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>add a person</source>
      <translation>Person hinzufügen</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>add a program's login, or change its password</source>
      <translation>Anmeldenamen eines Programms hinzufügen oder sein Passwort ändern</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>add a staff member</source>
      <translation>Mitarbeiter hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>add an address</source>
      <translation>Adresse hinzufügen</translation>
    </message>
    <message>
      <location filename="cli/catalog.py" />
      <source>add the pieces on hand, on each first variant</source>
      <translation>die vorhandenen Stück hinzufügen, jeweils bei der ersten Variante</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>adjust</source>
      <translation>korrigieren</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>agrees with the database</source>
      <translation>stimmt mit der Datenbank überein</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>all counts</source>
      <translation>alle Inventuren</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>all keys</source>
      <translation>alle Tasten</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>all orders</source>
      <translation>alle Bestellungen</translation>
    </message>
    <message>
      <location filename="documents/low_stock.py" />
      <location filename="domain/inventory.py" />
      <source>all variants together</source>
      <translation>alle Varianten zusammen</translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>ambiguous option: %(option)s could match %(matches)s</source>
      <translation>mehrdeutige Option: %(option)s kann %(matches)s sein</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>an open order's product always has an inventory row</source>
      <translation>der Artikel einer offenen Bestellung hat immer eine Bestandszeile</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>an order has at least one line</source>
      <translation>eine Bestellung hat mindestens eine Zeile</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>an order's automatic e-mail of a type exists at most once (manual resends carry payload.resend_of)</source>
      <translation>die automatische E-Mail einer Art gibt es je Bestellung höchstens einmal (erneut gesendete tragen payload.resend_of)</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>an order's e-mails fit its status</source>
      <translation>die E-Mails einer Bestellung passen zu ihrem Status</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>an order's tax is the sum of its tax lines, where tax is added; where prices include it, nothing is added</source>
      <translation>die Steuer einer Bestellung ist die Summe ihrer Steuerzeilen, wo Steuer dazukommt; wo Preise sie enthalten, kommt nichts dazu</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>and in a business day; default 200.00</source>
      <translation>und an einem Geschäftstag; sonst 200.00</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/till/sale/exchange_foot.py" />
      <source>and {count} more line</source>
      <comment>and {count} more lines</comment>
      <translation>
        <numerusform>und {count} weitere Position</numerusform>
        <numerusform>und {count} weitere Positionen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/settings/logo.py" />
      <source>another picture</source>
      <translation>ein anderes Bild</translation>
    </message>
    <message>
      <location filename="ui/settings/carrier_list.py" />
      <source>any</source>
      <translation>beliebige</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>approve</source>
      <translation>freigeben</translation>
    </message>
    <message>
      <location filename="ui/shifts/detail.py" />
      <source>approved by {who}, {when}</source>
      <translation>freigegeben von {who}, {when}</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>archived</source>
      <translation>archiviert</translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>argument %(argument_name)s: %(message)s</source>
      <translation>Angabe %(argument_name)s: %(message)s</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <location filename="ui/kit/forms/passphrase.py" />
      <source>at least {least} characters</source>
      <translation>mindestens {least} Zeichen</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>audit arithmetic</source>
      <translation>jede Bestandsbuchung ist richtig gerechnet</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>audit order_id (no FK in the model) exists</source>
      <translation>die Bestellung einer Bestandsbuchung (im Modell ohne Fremdschlüssel) gibt es</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>audit row points at the inventory of its own product</source>
      <translation>eine Bestandsbuchung gehört zum Bestand ihres eigenen Artikels</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>audit sign and order link per operation</source>
      <translation>Vorzeichen und Bestellung jeder Bestandsbuchung passen zu ihrer Art</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>back to the list</source>
      <translation>zur Liste</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>back to the report</source>
      <translation>zurück zum Bericht</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>being sent</source>
      <translation>wird gesendet</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>blanks</source>
      <translation>Leerzeichen</translation>
    </message>
    <message>
      <location filename="ui/counts/new_count.py" />
      <source>blue mug</source>
      <translation>blaue Tasse</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>cancel orders not paid in time, delete what has expired; daily</source>
      <translation>nicht rechtzeitig bezahlte Bestellungen stornieren, Abgelaufenes löschen; täglich</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>cancel the count</source>
      <translation>Inventur stornieren</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>canceled</source>
      <translation>storniert</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>cancellation reason exactly on cancelled orders</source>
      <translation>einen Stornogrund haben genau die stornierten Bestellungen</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>cancelled orders hold no money</source>
      <translation>stornierte Bestellungen halten kein Geld</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>cart line arithmetic and currency</source>
      <translation>jede Zeile eines Warenkorbs ist richtig gerechnet und in seiner Währung</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>cart total is the sum of its lines</source>
      <translation>die Summe eines Warenkorbs ist die seiner Zeilen</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>categories</source>
      <translation>Kategorien</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>category</source>
      <comment>in a line</comment>
      <translation>Kategorie</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>category depth follows the parent (this alone rules out every cycle)</source>
      <translation>die Tiefe einer Kategorie folgt der übergeordneten (das allein schließt jeden Kreis aus)</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>category names unique without regard to case</source>
      <translation>Namen von Kategorien sind einmalig, ohne auf Großschreibung zu achten</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>certificates, settings, rules, the store and the join file, on Debian's PostgreSQL</source>
      <translation>Zertifikate, Einstellungen, Regeln, Laden und Verbindungsdatei, auf dem PostgreSQL von Debian</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>check every invariant</source>
      <translation>jede Regel prüfen</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>check every rule</source>
      <translation>alle Regeln prüfen</translation>
    </message>
    <message>
      <location filename="cli/tour.py" />
      <source>check what each picture shows: findings.txt and sheets of nine pictures</source>
      <translation>prüft, was jedes Bild zeigt: findings.txt und Bögen mit je neun Bildern</translation>
    </message>
    <message>
      <location filename="ui/till/quick_keys/tile.py" />
      <source>chosen</source>
      <translation>ausgewählt</translation>
    </message>
    <message>
      <location filename="ui/start/labels.py" />
      <source>closed {time} · {sales}</source>
      <translation>geschlossen {time} · {sales}</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>code</source>
      <comment>in a line</comment>
      <translation>Code</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>collect here</source>
      <translation>hier übergeben</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <location filename="cli/__init__.py" />
      <location filename="cli/database.py" />
      <location filename="cli/fiscal.py" />
      <location filename="cli/server.py" />
      <source>commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>completed</source>
      <translation>abgeschlossen</translation>
    </message>
    <message>
      <location filename="cli/fiscal.py" />
      <source>compute the fiscal records again</source>
      <translation>die Kassensätze neu berechnen</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>confirmed</source>
      <translation>bestätigt</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>copy</source>
      <translation>kopieren</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>could not be sent</source>
      <translation>konnte nicht gesendet werden</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>count again</source>
      <translation>neu zählen</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>counted</source>
      <translation>gezählt</translation>
    </message>
    <message>
      <location filename="ui/start/labels.py" />
      <source>counted exactly</source>
      <translation>stimmt genau</translation>
    </message>
    <message>
      <location filename="ui/counts/sheet.py" />
      <source>counted so far</source>
      <translation>bisher gezählt</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>credit was issued for what was paid for it, and cash for it lies in the drawer under its name</source>
      <translation>Guthaben wurde für das ausgegeben, was dafür bezahlt wurde, und Bargeld dafür steht unter seinem Namen in der Kassenlade</translation>
    </message>
    <message>
      <location filename="cli/file_reading.py" />
      <source>currency of the prices; refused if it is not the store's</source>
      <translation>Währung der Preise; abgelehnt, wenn es nicht die des Ladens ist</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>customer</source>
      <translation>Kunde</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>customer e-mail is normalised and unique without regard to case</source>
      <translation>E-Mail-Adressen von Kunden sind vereinheitlicht und einmalig, ohne auf Großschreibung zu achten</translation>
    </message>
    <message>
      <location filename="ui/returns/approvals.py" />
      <location filename="ui/till/open_returns/open_return_lines.py" />
      <location filename="ui/till/open_returns/taking.py" />
      <location filename="ui/till/returns/return_lines.py" />
      <location filename="ui/till/sale/exchange_foot.py" />
      <source>damaged</source>
      <translation>beschädigt</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <location filename="ui/shell/foot_words.py" />
      <source>delivered</source>
      <translation>zugestellt</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>description</source>
      <comment>in a line</comment>
      <translation>Beschreibung</translation>
    </message>
    <message>
      <location filename="ui/start/labels.py" />
      <source>did not leave</source>
      <translation>nicht abgegangen</translation>
    </message>
    <message>
      <location filename="ui/health/rule_lines.py" />
      <source>does not hold</source>
      <translation>gilt nicht</translation>
    </message>
    <message>
      <location filename="ui/shell/first_steps.py" />
      <source>done</source>
      <translation>erledigt</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>draft</source>
      <translation>Entwurf</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>drop it</source>
      <translation>verwerfen</translation>
    </message>
    <message>
      <location filename="cli/mailer.py" />
      <source>e-mails to send at once</source>
      <translation>wie viele E-Mails gleichzeitig gesendet werden</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>each sale, paid order, return and cancellation that was booked since there are fiscal records has exactly one</source>
      <translation>jeder Verkauf, jede bezahlte Bestellung, Rücknahme und Stornierung, die seit der Einführung der Kassensätze gebucht ist, hat genau einen</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>each signature belongs to one fiscal record and its hash, and the simulator signs in a demo store only</source>
      <translation>jede Signatur gehört zu einem Kassensatz und dessen Hash, und der Simulator signiert nur im Demo-Laden</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>edit</source>
      <translation>bearbeiten</translation>
    </message>
    <message>
      <location filename="cli/file_reading.py" />
      <source>encoding of the files, such as cp1252 or gbk</source>
      <translation>Zeichensatz der Dateien, etwa cp1252 oder gbk</translation>
    </message>
    <message>
      <location filename="ui/first_run/restore.py" />
      <location filename="ui/health/backups_card.py" />
      <source>encrypted</source>
      <translation>verschlüsselt</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>every customer is found by name, but for those merged into others</source>
      <translation>jeder Kunde wird unter seinem Namen gefunden, außer den zusammengeführten</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>every order is found by its number and by its customer's name</source>
      <translation>jede Bestellung wird unter ihrer Nummer und dem Namen ihres Kunden gefunden</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>every product has its inventory row</source>
      <translation>jeder Artikel hat seine Bestandszeile</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>every product is found by its name, and sold or not as its status says</source>
      <translation>jeder Artikel wird unter seinem Namen gefunden und verkauft oder nicht, wie sein Status es sagt</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>every rule of the tables was held against every row: what an earlier version let in has been put right</source>
      <translation>jede Regel der Tabellen wurde an jeder Zeile geprüft: was eine frühere Version durchließ, ist berichtigt</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>every variant sells at 0.01 or more, in its product's currency</source>
      <translation>jede Variante kostet mindestens 0,01 in der Währung ihres Artikels</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>exclude tax</source>
      <translation>ohne Steuer</translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>expected at least one argument</source>
      <translation>mindestens ein Wert fehlt</translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>expected one argument</source>
      <translation>der Wert fehlt</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>export</source>
      <translation>exportieren</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>export figures</source>
      <translation>Zahlen exportieren</translation>
    </message>
    <message>
      <location filename="cli/catalog.py" />
      <source>export the catalog to a file</source>
      <translation>den Katalog in eine Datei exportieren</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>fill an empty store with demo data</source>
      <translation>einen leeren Laden mit Demodaten füllen</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>find or do anything</source>
      <translation>Befehle und Suche</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>fiscal records</source>
      <translation>Kassensätze</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>fiscal records are numbered from 1 without a gap in the chain of their register, each with the hash of the one before</source>
      <translation>Kassensätze sind in der Kette ihrer Kasse ab 1 lückenlos gezählt, jeder mit dem Hash des vorigen</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>fixed-width codes are really codes (CHAR pads with blanks)</source>
      <translation>Codes fester Länge sind wirklich Codes (CHAR füllt mit Leerzeichen auf)</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>from a list</source>
      <translation>aus Liste</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_labels.py" />
      <source>from the beginning</source>
      <translation>von Anfang an</translation>
    </message>
    <message>
      <location filename="ui/item_search/match_painter.py" />
      <source>from {price}</source>
      <translation>ab {price}</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>go on counting</source>
      <translation>weiterzählen</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>goods leave only paid: payments of every confirmed, shipped or delivered order equal its total</source>
      <translation>Ware geht nur bezahlt hinaus: die Zahlungen jeder bestätigten, versendeten oder gelieferten Bestellung sind ihr Gesamtbetrag</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>group by</source>
      <translation>gruppieren</translation>
    </message>
    <message>
      <location filename="ui/till/returns/return_lines.py" />
      <source>has come back already</source>
      <translation>ist schon zurück</translation>
    </message>
    <message>
      <location filename="cli/importing.py" />
      <source>how a product of the store is found: by its SKU, or by its barcode as well</source>
      <translation>woran ein Artikel des Ladens erkannt wird: an der Artikelnummer oder auch am Barcode</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <source>how many to keep there, the newest; default: what the store's settings say</source>
      <translation>wie viele dort bleiben, die neuesten; sonst so viele, wie die Einstellungen des Ladens sagen</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>how many; default 25</source>
      <translation>wie viele; sonst 25</translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>ignored explicit argument %r</source>
      <translation>der Wert %r passt hier nicht</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>import</source>
      <translation>importieren</translation>
    </message>
    <message>
      <location filename="cli/importing.py" />
      <source>import a catalog or past sales from files</source>
      <translation>einen Katalog oder frühere Verkäufe aus Dateien importieren</translation>
    </message>
    <message>
      <location filename="ui/catalog/sales_card.py" />
      <source>imported: {pieces} · {amount}</source>
      <translation>importiert: {pieces} · {amount}</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/quote_changes.py" />
      <source>in the customer's hand</source>
      <translation>Kunde hat es in der Hand</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>include tax</source>
      <translation>inklusive Steuer</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>inspected</source>
      <translation>geprüft</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <source>into one file that only a passphrase opens; STOREDESK_PASSPHRASE, or asked for</source>
      <translation>in eine Datei, die nur eine Passphrase öffnet; STOREDESK_PASSPHRASE, sonst wird danach gefragt</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>into the product</source>
      <translation>zum Formular</translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>invalid choice: %(value)r (choose from %(choices)s)</source>
      <translation>%(value)r gibt es nicht (zur Wahl stehen: %(choices)s)</translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)</source>
      <translation>%(value)r gibt es nicht, vielleicht %(closest)r? (zur Wahl stehen: %(choices)s)</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>its login; STOREDESK_PASSWORD, or asked for</source>
      <translation>sein Anmeldename; Passwort aus STOREDESK_PASSWORD oder auf Nachfrage</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>its orders</source>
      <translation>Bestellungen</translation>
    </message>
    <message>
      <location filename="ui/settings/register_dialog.py" />
      <location filename="ui/settings/registers.py" />
      <source>its own</source>
      <translation>eigene</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>its own, at least {least}</source>
      <translation>eigene, mindestens {least}</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>its own, at most {most}</source>
      <translation>eigene, höchstens {most}</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>its own, {least} to {most}</source>
      <translation>eigene, {least} bis {most}</translation>
    </message>
    <message>
      <location filename="ui/health/lines.py" />
      <source>just now</source>
      <translation>gerade eben</translation>
    </message>
    <message>
      <location filename="cli/__init__.py" />
      <source>keep settings and the store of this computer in DIR; each DIR has its own window</source>
      <translation>Einstellungen und Laden dieses Computers in ORDNER aufbewahren; jeder ORDNER hat sein eigenes Fenster</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>keeps others waiting for {span}</source>
      <translation>lässt andere seit {span} warten</translation>
    </message>
    <message>
      <location filename="ui/settings/carrier_list.py" />
      <source>known to StoreDesk</source>
      <translation>StoreDesk bekannt</translation>
    </message>
    <message>
      <location filename="ui/customers/sections.py" />
      <source>last changed {when}</source>
      <translation>zuletzt geändert: {when}</translation>
    </message>
    <message>
      <location filename="cli/importing.py" />
      <source>leave out bad rows</source>
      <translation>fehlerhafte Zeilen auslassen</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>line arithmetic</source>
      <translation>jede Bestellzeile ist richtig gerechnet</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>line {line}</source>
      <translation>Zeile {line}</translation>
    </message>
    <message>
      <location filename="cli/past_sales.py" />
      <source>list the imports of past sales that there are</source>
      <translation>die vorhandenen Importe früherer Verkäufe auflisten</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>listen on this address only</source>
      <translation>nur unter dieser Adresse erreichbar sein</translation>
    </message>
    <message>
      <location filename="ui/cash_labels.py" />
      <source>little cash: {cash}</source>
      <translation>wenig Bargeld: {cash}</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>live quotes hold no more than is free, but for pieces found at the till and what moved since by other hands</source>
      <translation>laufende Angebote halten nicht mehr, als frei ist, außer an der Kasse gefundenen Stücken und dem, was andere seither bewegt haben</translation>
    </message>
    <message>
      <location filename="ui/first_run/new_store.py" />
      <source>lowercase letters and digits</source>
      <translation>Kleinbuchstaben und Ziffern</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>make a new one: its first person; STOREDESK_PASSWORD, or asked for</source>
      <translation>einen neuen anlegen: die erste Person; Passwort aus STOREDESK_PASSWORD oder auf Nachfrage</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>make an empty store with its first person</source>
      <translation>einen leeren Laden mit der ersten Person anlegen</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>make it the default</source>
      <translation>als Standard</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>make, upgrade, fill or check a store's database</source>
      <translation>die Datenbank eines Ladens anlegen, aktualisieren, füllen oder prüfen</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>may be given more than once</source>
      <translation>kann mehrmals angegeben werden</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>money on a card is a tender of its sale or a payment of its order, once and as much; open questions have their sale</source>
      <translation>Kartengeld ist einmal und in gleicher Höhe im Verkauf oder als Zahlung der Bestellung gebucht; Offenes hat seinen Verkauf</translation>
    </message>
    <message>
      <location filename="cli/importing.py" />
      <source>move known products to their categories in the file</source>
      <translation>bekannte Artikel in ihre Kategorien aus der Datei verschieben</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>move the store of this computer here: the profile folder of whoever opens it</source>
      <translation>den Laden dieses Computers hierher umziehen: der Profilordner des Kontos, das ihn öffnet</translation>
    </message>
    <message>
      <location filename="ui/cash_labels.py" />
      <source>much cash: {cash}</source>
      <translation>viel Bargeld: {cash}</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>name</source>
      <comment>in a line</comment>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>name and groups</source>
      <translation>Name und Gruppen</translation>
    </message>
    <message>
      <location filename="cli/past_sales.py" />
      <source>name files to import, or choose --list or --undo</source>
      <translation>Dateien zum Importieren nennen oder --list oder --undo wählen</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>name in the file</source>
      <comment>in a line</comment>
      <translation>Name in der Datei</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>name on receipts; default: the login</source>
      <translation>Name auf Belegen; sonst der Anmeldename</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>name or address at which tills reach the server; the first goes into the join file</source>
      <translation>Name oder Adresse, unter der Kassen den Server erreichen; der erste kommt in die Verbindungsdatei</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>nearly the same name</source>
      <translation>Name fast gleich</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>networks of the tills, such as 192.168.1.0/24; default: every network of the server</source>
      <translation>Netze der Kassen, etwa 192.168.1.0/24; sonst jedes Netz des Servers</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>networks of web shop, mailer and backup; default: the server itself</source>
      <translation>Netze von Webshop, Mailversand und Sicherung; sonst der Server selbst</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>never refunded more than paid, nor of a return more than the return says</source>
      <translation>nie wird mehr erstattet als bezahlt, und zu einer Rückgabe nie mehr, als sie sagt</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>never restocked for an order more than was deducted for it</source>
      <translation>für eine Bestellung kam nie mehr zurück ins Lager, als für sie entnommen wurde</translation>
    </message>
    <message>
      <location filename="ui/catalog/variants.py" />
      <source>new</source>
      <translation>neuem Artikel</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>new count</source>
      <translation>neue Inventur</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>new customer</source>
      <translation>neuer Kunde</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>new order</source>
      <translation>neue Bestellung</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>new password</source>
      <translation>neues Passwort</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>new product</source>
      <translation>neuer Artikel</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>new {thing}: {new}</source>
      <translation>neu – {thing}: {new}</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>next section</source>
      <translation>nächster Abschnitt</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>no bound</source>
      <translation>keine Grenze</translation>
    </message>
    <message>
      <location filename="ui/customers/view.py" />
      <source>no e-mail</source>
      <translation>keine E-Mail-Adresse</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>no longer needed</source>
      <translation>nicht mehr nötig</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>no mailable order lacks the e-mail of the state it is in (.invalid = nobody to write to; till sales mail on request, imported ones never)</source>
      <translation>keiner Bestellung fehlt die E-Mail ihres Status (.invalid = niemand zum Anschreiben; Verkäufe an der Kasse nur auf Wunsch, übernommene nie)</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>no more cash goes back for an order than was taken for it, coins and all, but for what a refund names as more</source>
      <translation>für eine Bestellung geht nicht mehr Bargeld zurück, als für sie angenommen wurde, samt Münzen, außer was eine Erstattung ausdrücklich nennt</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>no order of which something was paid has expired</source>
      <translation>Keine Bestellung, für die etwas bezahlt wurde, ist verfallen</translation>
    </message>
    <message>
      <location filename="cli/tour.py" />
      <source>no pause before pictures, no check of times</source>
      <translation>ohne Pause vor Bildern, ohne Prüfung der Zeiten</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>no promotion was ended before it was made, and none has changed without saying so</source>
      <translation>keine Preisaktion wurde beendet, bevor sie angelegt war, und keine hat sich geändert, ohne dass es vermerkt ist</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>no row stays 'processing' beyond its lease (plus one sweep)</source>
      <translation>keine Zeile bleibt über ihre Frist hinaus „processing“ (und einen Durchgang)</translation>
    </message>
    <message>
      <location filename="ui/shell/frame.py" />
      <source>no shift</source>
      <translation>keine Schicht</translation>
    </message>
    <message>
      <location filename="ui/outbox/settings.py" />
      <source>no sign-in</source>
      <translation>ohne Anmeldung</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>no two variants of a product share size and colour (NULLs equal)</source>
      <translation>keine zwei Varianten eines Artikels haben dieselbe Größe und Farbe (auch keine zählt als gleich)</translation>
    </message>
    <message>
      <location filename="ui/people/detail.py" />
      <source>no, allowed to: {group}</source>
      <translation>nein, dürfen: {group}</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <location filename="ui/health/store_lines.py" />
      <location filename="ui/settings/tax_labels.py" />
      <source>none</source>
      <translation>keine Angabe</translation>
    </message>
    <message>
      <location filename="ui/stock_labels.py" />
      <source>none left</source>
      <translation>keine mehr</translation>
    </message>
    <message>
      <location filename="ui/carrier_labels.py" />
      <source>none of them</source>
      <translation>keiner</translation>
    </message>
    <message>
      <location filename="ui/item_search/match_painter.py" />
      <location filename="ui/stock_labels.py" />
      <source>none on the shelf</source>
      <translation>nicht vorrätig</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>none: this is the demo store</source>
      <translation>keine: Demo-Laden</translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>not allowed with argument %s</source>
      <translation>nicht zusammen mit %s möglich</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>not an amount: {typed}</source>
      <translation>kein Betrag: {typed}</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>not known here</source>
      <translation>hier nicht bekannt</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>not there</source>
      <translation>nicht da</translation>
    </message>
    <message>
      <location filename="ui/settings/labels.py" />
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <location filename="ui/start/labels.py" />
      <source>nothing a week ago</source>
      <translation>vor einer Woche nichts</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>nothing is queued to an address that cannot exist</source>
      <translation>nichts wartet für eine Adresse, die es nicht geben kann</translation>
    </message>
    <message>
      <location filename="ui/catalog/labels.py" />
      <source>now {price}</source>
      <translation>jetzt {price}</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>now: {name}</source>
      <translation>jetzt: {name}</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <source>number {number}: {digits}</source>
      <translation>Nummer {number}: {digits}</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>of a sale in progress no more pieces have a price set by hand than were allowed it</source>
      <translation>in einem laufenden Verkauf haben nicht mehr Stücke einen Preis von Hand, als ihm genehmigt wurde</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <source>of logins that the server has already with other passwords: keep these passwords, or replace them by those of the backup; else refused</source>
      <translation>bei Anmeldenamen, die der Server schon mit anderen Passwörtern hat: diese Passwörter behalten (keep) oder durch die der Sicherung ersetzen (replace); sonst abgelehnt</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>of what came back in an exchange as much was credited as the sale cost, and all of that paid for it, at once</source>
      <translation>bei jedem Umtausch wurde von der Rückgabe so viel gutgeschrieben, wie der Verkauf kostete, und hat ihn sofort bezahlt</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <source>off by {amount}</source>
      <translation>Differenz {amount}</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>on paper</source>
      <translation>als Papier</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>on the server</source>
      <translation>auf dem Server</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>one cart per customer and per guest session</source>
      <translation>je Kunde und je Gastsitzung gibt es einen Warenkorb</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>one currency in an order and its lines</source>
      <translation>eine Bestellung und ihre Zeilen haben dieselbe Währung</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>one line per product, variant (NULL counts) and price (one of two mugs may be marked down)</source>
      <translation>je Artikel, Variante (auch keine zählt) und Preis gibt es eine Zeile (eine von zwei Tassen kann herabgesetzt sein)</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <source>one of the three files of a backup, or its encrypted one</source>
      <translation>eine der drei Dateien einer Sicherung oder ihre verschlüsselte</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>one open session per register</source>
      <translation>je Kasse ist eine Schicht offen</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>only a parcel that is on its way was called back, and its e-mail waits</source>
      <translation>nur ein Paket, das unterwegs ist, wurde zurückgerufen, und seine E-Mail wartet</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>only a person who was ended three times in ten minutes rests, and for ten minutes</source>
      <translation>nur wer dreimal in zehn Minuten beendet wurde, pausiert, und zwar zehn Minuten</translation>
    </message>
    <message>
      <location filename="cli/fiscal.py" />
      <source>only from this day on, such as 2026-12-31, by the store's calendar</source>
      <translation>nur ab diesem Tag, etwa 2026-12-31, nach dem Kalender des Geschäfts</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>only the people of a shift move its money, hand over and close, or it is written down that somebody else did</source>
      <translation>nur die Personen einer Schicht bewegen ihr Geld, übergeben und schließen ab, oder es ist festgehalten, dass jemand anders es tat</translation>
    </message>
    <message>
      <location filename="cli/fiscal.py" />
      <source>only the records of this register; - is the office</source>
      <translation>nur die Sätze dieser Kasse; - ist das Büro</translation>
    </message>
    <message>
      <location filename="cli/fiscal.py" />
      <source>only until this day, which is included</source>
      <translation>nur bis zu diesem Tag einschließlich</translation>
    </message>
    <message>
      <location filename="ui/stock_labels.py" />
      <source>only {n} left</source>
      <translation>nur noch {n}</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>open</source>
      <translation>offen</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>open for {span}</source>
      <translation>offen seit {span}</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>open the record</source>
      <translation>Datensatz öffnen</translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>options</source>
      <translation>Optionen</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/cash_count.py" />
      <source>or count notes and coins; Tab goes on to the next</source>
      <translation>oder Scheine und Münzen zählen; Tab springt zum nächsten Feld</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/proofs.py" />
      <source>or payer's e-mail</source>
      <translation>oder E-Mail des Zahlers</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>order number format</source>
      <translation>eine Bestellnummer hat die richtige Form</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>order number's year is the business year of created_at (stored in UTC)</source>
      <translation>das Jahr der Bestellnummer ist das Geschäftsjahr von created_at (in UTC gespeichert)</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>order numbers of a year are exactly 1..last_sequence (gapless, no duplicate, no orphan counter)</source>
      <translation>die Bestellnummern eines Jahres sind genau 1..last_sequence (ohne Lücke, ohne Doppel, ohne verwaisten Zähler)</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>order or customer</source>
      <translation>Bestellung oder Kunde</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>order subtotal is the sum of its lines</source>
      <translation>die Zwischensumme einer Bestellung ist die Summe ihrer Zeilen</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>orders.payment_type agrees with the tenders (store credit gives way; largest wins; a tie goes to the non-cash one)</source>
      <translation>orders.payment_type passt zu den Zahlungen (Guthaben steht zurück; die größte gilt; bei gleichen die, die nicht bar ist)</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>other column</source>
      <comment>in a line</comment>
      <translation>andere Spalte</translation>
    </message>
    <message>
      <location filename="cli/past_sales.py" />
      <source>past sales of another program, from CSV files</source>
      <translation>frühere Verkäufe eines anderen Programms, aus CSV-Dateien</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>payment snapshot fits its type</source>
      <translation>die festgehaltene Zahlung passt zu ihrer Art</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>pending</source>
      <translation>offen</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>per order and product the ledger matches the order's status, once</source>
      <translation>je Bestellung und Artikel passen die Buchungen zum Status der Bestellung, genau einmal</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>period after</source>
      <translation>Zeitraum danach</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>period before</source>
      <translation>Zeitraum davor</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>picture</source>
      <comment>in a line</comment>
      <translation>Bild</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>place unpaid</source>
      <translation>unbezahlt anlegen</translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>positional arguments</source>
      <translation>Angaben</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>post</source>
      <translation>buchen</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>posted</source>
      <translation>gebucht</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>price</source>
      <translation>Preis</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>price</source>
      <comment>in a line</comment>
      <translation>Preis</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>print</source>
      <translation>drucken</translation>
    </message>
    <message>
      <location filename="cli/catalog.py" />
      <source>products, as Shopify's CSV</source>
      <translation>Artikel, als CSV von Shopify</translation>
    </message>
    <message>
      <location filename="cli/importing.py" />
      <source>products, from Shopify's or a plain CSV file</source>
      <translation>Artikel, aus einer CSV-Datei von Shopify oder einer einfachen</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>receive</source>
      <translation>Eingang</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>registration state: registered &lt;=&gt; verified; token and expiry come and go together; none once verified</source>
      <translation>Registrierung: registriert &lt;=&gt; bestätigt; Schlüssel und Ablauf kommen und gehen gemeinsam; nach der Bestätigung gibt es keine mehr</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>remove it</source>
      <translation>entfernen</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>reorder point</source>
      <translation>Meldebestand</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>report for support</source>
      <translation>Bericht für die Hilfe</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>requested</source>
      <translation>beantragt</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>reserved for</source>
      <translation>reserviert für</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>reserved_quantity is the sum of its ledger</source>
      <translation>die reservierte Menge ist die Summe ihrer Buchungen</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>reserved_quantity is what the open orders hold</source>
      <translation>die reservierte Menge ist, was offene Bestellungen halten</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>restocked for an order = its return lines marked restocked</source>
      <translation>für eine Bestellung ins Lager zurückgebucht = ihre so gekennzeichneten Rückgabezeilen</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>restore</source>
      <translation>wiederherstellen</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <source>restore a store from a backup</source>
      <translation>einen Laden aus einer Sicherung wiederherstellen</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>retries are bounded</source>
      <translation>wiederholte Versuche sind begrenzt</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>retry all failed</source>
      <translation>alle erneut versuchen</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>return</source>
      <translation>Rückgabe</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>returned &lt;= bought per line; only shipped or delivered orders have returns; the line is of that order</source>
      <translation>je Zeile zurückgegeben &lt;= gekauft; nur versendete oder gelieferte Bestellungen haben Rückgaben; die Zeile gehört zu dieser Bestellung</translation>
    </message>
    <message>
      <location filename="cli/tour.py" />
      <source>run the window through a day's work in a demo store, with a picture of each step</source>
      <translation>das Fenster durch einen Arbeitstag im Demo-Laden führen, mit einem Bild von jedem Schritt</translation>
    </message>
    <message>
      <location filename="ui/shifts/figures.py" />
      <source>said once it is counted</source>
      <translation>steht nach dem Zählen hier</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>sales whose quotes are valid hold no more of an account than is on it</source>
      <translation>Verkäufe mit gültigem Angebot halten von einem Guthaben nicht mehr fest, als darauf ist</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>save</source>
      <translation>speichern</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <source>save a store, and prove that it can be restored</source>
      <translation>einen Laden sichern und prüfen, dass er sich wiederherstellen lässt</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>saved payment method fits its type</source>
      <translation>eine gespeicherte Zahlungsart passt zu ihrer Art</translation>
    </message>
    <message>
      <location filename="cli/catalog.py" />
      <location filename="cli/fiscal.py" />
      <location filename="cli/importing.py" />
      <location filename="cli/server.py" />
      <source>say what: {names}</source>
      <translation>bitte angeben, was: {names}</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>say which: {names}</source>
      <translation>bitte angeben, welcher Befehl: {names}</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <source>say with --to where to save the store of another server</source>
      <translation>bitte mit --to angeben, wohin der Laden eines anderen Servers gesichert wird</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>search</source>
      <translation>suchen</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>section before</source>
      <translation>voriger Abschnitt</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>send again</source>
      <translation>erneut senden</translation>
    </message>
    <message>
      <location filename="cli/mailer.py" />
      <source>send the e-mails of a store until it is stopped</source>
      <translation>E-Mails eines Ladens senden, bis das Programm beendet wird</translation>
    </message>
    <message>
      <location filename="cli/mailer.py" />
      <source>send what is due now, then end</source>
      <translation>senden, was jetzt fällig ist, dann enden</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>sent</source>
      <translation>gesendet</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>sent_at exactly on sent rows; failed rows say why; counters sane</source>
      <translation>sent_at haben genau die gesendeten Zeilen; gescheiterte nennen den Grund; die Zähler sind sinnvoll</translation>
    </message>
    <message>
      <location filename="cli/importing.py" />
      <source>set the stock of known products to that of the file</source>
      <translation>den Bestand bekannter Artikel auf den der Datei setzen</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>set up a server that several computers share</source>
      <translation>einen Server einrichten, den mehrere Computer gemeinsam nutzen</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>set up e-mail</source>
      <translation>E-Mail einrichten</translation>
    </message>
    <message>
      <location filename="ui/shell/frame.py" />
      <source>shift of {people}</source>
      <translation>Schicht von {people}</translation>
    </message>
    <message>
      <location filename="ui/shell/frame.py" />
      <source>shift open</source>
      <translation>Schicht offen</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>ship</source>
      <translation>versenden</translation>
    </message>
    <message>
      <location filename="domain/refusals/filling.py" />
      <source>shipped</source>
      <translation>versendet</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>shipping snapshot is filled (state may be empty: many countries have none)</source>
      <translation>die festgehaltene Lieferadresse ist ausgefüllt (das Bundesland darf fehlen: viele Länder haben keines)</translation>
    </message>
    <message>
      <location filename="cli/__init__.py" />
      <source>show program's version number and exit</source>
      <translation>die Version anzeigen</translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>show this help message and exit</source>
      <translation>diese Hilfe anzeigen</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>show what would be done</source>
      <translation>zeigen, was getan würde</translation>
    </message>
    <message>
      <location filename="cli/importing.py" />
      <location filename="cli/past_sales.py" />
      <source>show what would be done, and do nothing</source>
      <translation>zeigen, was getan würde, und nichts tun</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>sign off</source>
      <translation>abzeichnen</translation>
    </message>
    <message>
      <location filename="ui/start/labels.py" />
      <source>since {time} · {sales}</source>
      <translation>seit {time} · {sales}</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>soft-deleted product holds no reservation</source>
      <translation>für einen gelöschten Artikel ist nichts reserviert</translation>
    </message>
    <message>
      <location filename="ui/start/labels.py" />
      <source>sold out</source>
      <translation>ausverkauft</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>spent and given back is what orders were paid and refunded by store credit, each once, under the account's number</source>
      <translation>ausgegeben und erstattet ist, was Bestellungen mit Guthaben bezahlt und erstattet bekamen, jedes einmal, unter der Nummer des Guthabens</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>staff ids (no FK in the model) exist</source>
      <translation>Personen, auf die verwiesen wird (im Modell ohne Fremdschlüssel), gibt es</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>status history: starts at pending, each step legal and chained, ends at orders.status</source>
      <translation>Statusverlauf: beginnt bei „pending“, jeder Schritt ist erlaubt und schließt an, das Ende ist der Status der Bestellung</translation>
    </message>
    <message>
      <location filename="ui/till/returns/return_lines.py" />
      <source>stays with the customer</source>
      <translation>bleibt beim Kunden</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>stock and movements</source>
      <translation>Bestand und Bewegungen</translation>
    </message>
    <message>
      <location filename="cli/importing.py" />
      <source>stock of new products</source>
      <translation>Bestand neuer Artikel</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>stock rows form one chain 0 -&gt; stock_level (order-free: every value is entered as often as it is left)</source>
      <translation>die Bestandsbuchungen bilden eine Kette von 0 bis zum Bestand (ohne Reihenfolge: jeder Wert wird so oft erreicht wie verlassen)</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>stock_level is the sum of its ledger</source>
      <translation>der Bestand ist die Summe seiner Buchungen</translation>
    </message>
    <message>
      <location filename="cli/past_sales.py" />
      <source>storedesk import history --undo {name} takes it away again.</source>
      <translation>storedesk import history --undo {name} macht das rückgängig.</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>switch person</source>
      <translation>wechseln</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <location filename="ui/importing/reading.py" />
      <source>tabs</source>
      <translation>Tabulator</translation>
    </message>
    <message>
      <location filename="cli/past_sales.py" />
      <source>take an import away again, named as in the list</source>
      <translation>einen Import rückgängig machen, mit dem Namen aus der Liste</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>take payment</source>
      <translation>kassieren</translation>
    </message>
    <message>
      <location filename="ui/settings/register_dialog.py" />
      <location filename="ui/settings/registers.py" />
      <source>that of {register}</source>
      <translation>die von {register}</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>the account of an exchange got from its return what its sale spent of it, before anything else went on it</source>
      <translation>das Konto eines Umtauschs bekam von seiner Rückgabe, was sein Verkauf davon ausgab, bevor anderes darauf kam</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>the balance of an account of credit is the sum of its entries, each of which says what it then was, never below 0</source>
      <translation>der Stand eines Guthabens ist die Summe seiner Buchungen, von denen jede den Stand danach nennt, nie unter 0</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_labels.py" />
      <source>the bank gives no reason</source>
      <translation>die Bank nennt keinen Grund</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_dialog.py" />
      <source>the category</source>
      <translation>Kategorie</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>the closed shifts of a register are numbered without a gap</source>
      <translation>die abgeschlossenen Schichten einer Kasse sind ohne Lücke nummeriert</translation>
    </message>
    <message>
      <location filename="cli/tour.py" />
      <source>the colors to begin with</source>
      <translation>die Farben am Anfang</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>the database knows the letters of C.UTF-8: elsewhere some capitals are not those of their small letters</source>
      <translation>die Datenbank kennt die Buchstaben von C.UTF-8: anderswo gehören manche Großbuchstaben nicht zu ihren kleinen</translation>
    </message>
    <message>
      <location filename="cli/catalog.py" />
      <location filename="cli/fiscal.py" />
      <source>the file to write; - is standard output</source>
      <translation>die Datei, in die geschrieben wird; - ist die Standardausgabe</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>the first person, manager and admin; STOREDESK_PASSWORD, or asked for</source>
      <translation>die erste Person, Leitung und Administrator; Passwort aus STOREDESK_PASSWORD oder auf Nachfrage</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/item_search/popup.py" />
      <source>the first {count} product</source>
      <comment>the first {count} products</comment>
      <translation>
        <numerusform>der erste {count} Artikel</numerusform>
        <numerusform>die ersten {count} Artikel</numerusform>
      </translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>the following arguments are required: %s</source>
      <translation>es fehlt noch: %s</translation>
    </message>
    <message>
      <location filename="cli/catalog.py" />
      <source>the format of the file</source>
      <translation>das Format der Datei</translation>
    </message>
    <message>
      <location filename="cli/file_reading.py" />
      <source>the line with the headings</source>
      <translation>die Zeile mit den Spaltennamen</translation>
    </message>
    <message>
      <location filename="cli/file_reading.py" />
      <source>the mark before the decimals of numbers</source>
      <translation>das Zeichen vor den Nachkommastellen</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>the money for a return without a receipt went to credit or out of its drawer, once and as much, has a fiscal record, and its goods are in the ledger</source>
      <translation>das Geld für eine Rücknahme ohne Beleg ging einmal und in dieser Höhe auf ein Guthaben oder aus der Kassenlade, sie hat einen Kassensatz, und ihre Ware steht in den Lagerbewegungen</translation>
    </message>
    <message>
      <location filename="documents/fiscal_words.py" />
      <source>the office</source>
      <translation>dem Büro</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>the pieces of a row of a sale are all packages, or none is</source>
      <translation>die Stücke einer Zeile eines Verkaufs sind alle Packungen, oder keines ist eine</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>the places of a board of quick keys are counted without a gap</source>
      <translation>die Plätze einer Tafel mit Schnelltasten sind ohne Lücke gezählt</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>the prints of a receipt are numbered from 1 without a gap</source>
      <translation>Die Drucke eines Belegs sind von 1 an lückenlos nummeriert</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>the ranges of names know all letters of a product's words, but for those that have changed since</source>
      <translation>die Namensbereiche kennen alle Buchstaben der Wörter eines Artikels, außer denen, die sich seither geändert haben</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>the reference exists and is of the right kind</source>
      <translation>worauf eine E-Mail sich bezieht, gibt es, und es ist von der richtigen Art</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>the same chain in the order of writing (inventory_audit_log.seq, an added identity column: clocks move)</source>
      <translation>dieselbe Kette in der Reihenfolge des Schreibens (inventory_audit_log.seq, eine zusätzliche Spalte: Uhren gehen vor und nach)</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>the same e-mail</source>
      <translation>E-Mail-Adresse gleich</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>the same name</source>
      <translation>Name gleich</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>the same name and phone</source>
      <translation>Name und Telefon gleich</translation>
    </message>
    <message>
      <location filename="ui/customers/labels.py" />
      <source>the same name and postal code</source>
      <translation>Name und PLZ gleich</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <source>the server, and its superuser; without it, this computer</source>
      <translation>der Server und sein Superuser; ohne diese Option dieser Computer</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>the simulator of card terminals charges in a demo store only, and never more at once than one payment a sale</source>
      <translation>der Simulator des Kartenterminals bucht nur im Demo-Laden ab, und nie mehr als eine Zahlung je Verkauf zugleich</translation>
    </message>
    <message>
      <location filename="cli/tour.py" />
      <source>the size of the window, such as 1024x768</source>
      <translation>die Größe des Fensters, etwa 1024x768</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>the stock of {number} existing products is set</source>
      <translation>vorhandene Artikel mit neuem Bestand: {number}</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <source>the store's database, and the superuser of its server; without it, the store of this computer</source>
      <translation>die Datenbank des Ladens und der Superuser ihres Servers; ohne diese Option der Laden dieses Computers</translation>
    </message>
    <message>
      <location filename="cli/stores.py" />
      <source>the store's database; without it, the one on this computer</source>
      <translation>die Datenbank des Ladens; ohne diese Option die auf diesem Computer</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>the store, if there is none yet</source>
      <translation>der Laden, wenn es noch keinen gibt</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>the three product flags agree: is_active is derived</source>
      <translation>die drei Kennzeichen eines Artikels stimmen überein: is_active folgt aus den anderen</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>the walk-in customer owns no address, card, cart or mail</source>
      <translation>der Laufkunde hat weder Adresse, Karte, Warenkorb noch E-Mail</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>the web shop</source>
      <translation>Webshop</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>their login; STOREDESK_PASSWORD, or asked for</source>
      <translation>der Anmeldename; Passwort aus STOREDESK_PASSWORD oder auf Nachfrage</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_labels.py" />
      <source>there is not enough money on the card</source>
      <translation>auf der Karte ist nicht genug Geld</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>there is one store, and one tax for what is not taxed otherwise</source>
      <translation>es gibt einen Laden und einen Steuersatz für alles, was nicht anders besteuert wird</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>tick</source>
      <translation>auswählen</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>tick all</source>
      <translation>alle auswählen</translation>
    </message>
    <message>
      <location filename="ui/returns/approvals.py" />
      <location filename="ui/till/open_returns/open_return_lines.py" />
      <location filename="ui/till/open_returns/taking.py" />
      <location filename="ui/till/returns/return_lines.py" />
      <location filename="ui/till/sale/exchange_foot.py" />
      <source>to the shelf</source>
      <translation>ins Regal</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>total = subtotal + shipping + tax</source>
      <translation>Gesamtbetrag = Zwischensumme + Versand + Steuer</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>tracking number exactly from shipping on, never before</source>
      <translation>eine Sendungsnummer gibt es genau ab dem Versand, nie davor</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>try again</source>
      <translation>erneut versuchen</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>unchanged</source>
      <translation>unverändert</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>undo</source>
      <translation>rückgängig</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>undo the last entry</source>
      <translation>letzte Eingabe rückgängig</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>undo the posted one</source>
      <translation>gebuchte rückgängig</translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>unrecognized arguments: %s</source>
      <translation>unbekannte Angaben: %s</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>untick</source>
      <translation>Auswahl aufheben</translation>
    </message>
    <message>
      <location filename="ui/people/detail.py" />
      <source>up to {amount}, {most} a day</source>
      <translation>bis {amount}, {most} am Tag</translation>
    </message>
    <message>
      <location filename="ui/people/detail.py" />
      <source>up to {count} of a product, {most} a day</source>
      <translation>bis {count} je Artikel, {most} am Tag</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>upgrade tables, commands and rights to this program</source>
      <translation>Tabellen, Befehle und Rechte auf den Stand dieses Programms bringen</translation>
    </message>
    <message>
      <location filename="cli/grammar.py" />
      <source>usage: </source>
      <translation>Aufruf: </translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>variant</source>
      <comment>in a line</comment>
      <translation>Variante</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>variants</source>
      <translation>Varianten</translation>
    </message>
    <message>
      <location filename="cli/fiscal.py" />
      <source>verify or export the fiscal records</source>
      <translation>die Kassensätze prüfen oder exportieren</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>verify the seals</source>
      <translation>Siegel prüfen</translation>
    </message>
    <message>
      <location filename="ui/sign_in_history.py" />
      <source>version {number}</source>
      <translation>Version {number}</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>versions and clocks</source>
      <translation>Versionen und Zeiten gehen nie zurück</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>waiting</source>
      <translation>wartet</translation>
    </message>
    <message>
      <location filename="ui/item_search/match_painter.py" />
      <location filename="ui/orders/order_sheet.py" />
      <location filename="ui/till/quick_keys/tile.py" />
      <location filename="ui/till/sale/line_painter.py" />
      <source>was {price}</source>
      <translation>vorher {price}</translation>
    </message>
    <message>
      <location filename="cli/catalog.py" />
      <location filename="cli/importing.py" />
      <source>what</source>
      <translation>was</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>what a cashier may refund at once without a manager; default 50.00</source>
      <translation>was eine Kassenkraft ohne die Leitung auf einmal erstatten darf; sonst 50.00</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>what a promotion is for has its days, and each of it is a category, a product or a variant</source>
      <translation>wofür eine Preisaktion gilt, hat ihre Tage, und jedes davon ist eine Kategorie, ein Artikel oder eine Variante</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>what a sale says was taken for it is what its tenders come to, gift cards apart</source>
      <translation>was ein Verkauf als schon genommen nennt, ist die Summe seiner Zahlungen, ohne Gutscheine</translation>
    </message>
    <message>
      <location filename="ui/shell/foot_words.py" />
      <source>what can be done</source>
      <translation>Möglichkeiten</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>what is kept of days that are over is what their rows come to: fourteen days and one longer span in turn, and the newest day</source>
      <translation>was von vergangenen Tagen festgehalten ist, ist die Summe ihrer Zeilen: reihum vierzehn Tage und ein längerer Zeitraum, dazu der neueste Tag</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>what is low is kept: at or under its reorder point and not deleted, with its numbers, its name, and whether it is on sale and was stocked</source>
      <translation>was knapp ist, ist festgehalten: auf oder unter dem Meldebestand und nicht gelöscht, mit Zahlen, Namen, und ob es verkauft wird und Bestand hatte</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>what was signed off is an exception</source>
      <translation>was abgezeichnet wurde, ist eine Ausnahme</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>what was taken back by hand is compensated by as much, once, of the same product</source>
      <translation>was von Hand zurückgenommen wurde, ist um ebenso viel ausgeglichen, einmal, am selben Artikel</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_labels.py" />
      <source>whatever names no other class</source>
      <translation>alles, was keine andere Klasse hat</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>where certificates are kept</source>
      <translation>wo Zertifikate aufbewahrt werden</translation>
    </message>
    <message>
      <location filename="cli/tour.py" />
      <source>where the pictures go</source>
      <translation>wohin die Bilder kommen</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <source>where to save it; default: the folder of the store's settings, or backups/ of the profile folder</source>
      <translation>wohin gesichert wird; sonst in den Ordner der Einstellungen oder nach backups/ im Profilordner</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>where to write it; default: DATABASE.storedesk</source>
      <translation>wohin sie geschrieben wird; sonst DATENBANK.storedesk</translation>
    </message>
    <message>
      <location filename="cli/past_sales.py" />
      <source>which column holds which field: {fields}</source>
      <translation>welche Spalte welches Feld enthält: {fields}</translation>
    </message>
    <message>
      <location filename="cli/importing.py" />
      <source>which column of a plain file holds which field; of several lines the value to take</source>
      <translation>welche Spalte einer einfachen Datei welches Feld enthält; bei mehreren Zeilen, welcher Wert gilt</translation>
    </message>
    <message>
      <location filename="cli/file_reading.py" />
      <source>which comes first in dates such as 1/2/2026</source>
      <translation>was in Daten wie 1/2/2026 zuerst kommt: Tag (day) oder Monat (month)</translation>
    </message>
    <message>
      <location filename="cli/server.py" />
      <source>which one, such as 15/main</source>
      <translation>welcher, etwa 15/main</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>whoever opened a shift is of its people, nobody is in two at once, and nobody in one that is closed</source>
      <translation>wer eine Schicht geöffnet hat, gehört zu ihr; niemand ist in zwei zugleich und niemand in einer abgeschlossenen</translation>
    </message>
    <message>
      <location filename="invariants.sql" />
      <source>whoever was ended for keeping others waiting is noted, with whoever asked for it</source>
      <translation>wer beendet wurde, weil andere warten mussten, ist festgehalten, mit der Person, die es verlangte</translation>
    </message>
    <message>
      <location filename="ui/people/detail.py" />
      <source>within the limit of discounts</source>
      <translation>innerhalb der Rabattgrenze</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>would change {product}:</source>
      <translation>würde {product} ändern:</translation>
    </message>
    <message>
      <location filename="cli/importing.py" />
      <source>write all changes, old and new, as CSV; - is standard output</source>
      <translation>alle Änderungen, alt und neu, als CSV schreiben; - ist die Standardausgabe</translation>
    </message>
    <message>
      <location filename="cli/fiscal.py" />
      <source>write the fiscal records to a file of JSON lines</source>
      <translation>die Kassensätze als JSON-Zeilen in eine Datei schreiben</translation>
    </message>
    <message>
      <location filename="cli/past_sales.py" />
      <source>write the lines that cannot be used, and why, as CSV; - is standard output</source>
      <translation>die nicht verwendbaren Zeilen mit ihrem Grund als CSV schreiben; - ist die Standardausgabe</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{address} is not an address of this computer. Give one that it has.</source>
      <translation>{address} ist keine Adresse dieses Computers. Bitte eine angeben, die er hat.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{address} is not an address. Give --listen an address of this computer, such as 192.168.1.5, or * for all.</source>
      <translation>{address} ist keine Adresse. Bitte mit --listen eine Adresse dieses Computers angeben, z. B. 192.168.1.5, oder * für alle.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{amount:money} were taken for this sale already. Finish it, or open Pay and give the money back first.</source>
      <translation>Für diesen Verkauf wurden schon {amount:money} genommen. Schließen Sie ihn ab, oder öffnen Sie „Bezahlen“ und geben Sie das Geld zuerst zurück.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/view.py" />
      <source>{amount} given away and not signed off</source>
      <translation>{amount} verschenkt und nicht abgezeichnet</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>{amount} goes back the way it came.</source>
      <translation>{amount} werden über die ursprüngliche Zahlungsart erstattet.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{amount} has more decimals than its currency.</source>
      <translation>{amount} hat mehr Nachkommastellen als die Währung.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{amount} has more than two decimals.</source>
      <translation>{amount} hat mehr als zwei Nachkommastellen.</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_refunds.py" />
      <source>{amount} is noted as given back by hand.</source>
      <translation>{amount} ist als von Hand zurückgegeben vermerkt.</translation>
    </message>
    <message>
      <location filename="ui/reports/labels.py" />
      <source>{amount} of it imported</source>
      <translation>davon {amount} importiert</translation>
    </message>
    <message>
      <location filename="ui/till/gift_cards/balance.py" />
      <source>{amount} of it was taken for a sale at another till just now.</source>
      <translation>{amount} davon wurden gerade für einen Verkauf an einer anderen Kasse genommen.</translation>
    </message>
    <message>
      <location filename="ui/start/labels.py" />
      <source>{amount} off</source>
      <translation>{amount} Differenz</translation>
    </message>
    <message>
      <location filename="ui/orders/history.py" />
      <source>{amount} paid back by {method}</source>
      <translation>{amount} erstattet, {method}</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/move_cash.py" />
      <source>{amount} put in.</source>
      <translation>{amount} eingelegt.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/taken_credit.py" />
      <source>{amount} stays on it</source>
      <translation>{amount} bleiben darauf</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/move_cash.py" />
      <source>{amount} taken out.</source>
      <translation>{amount} entnommen.</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/order_controller.py" />
      <source>{amount} taken. The order is paid.</source>
      <translation>{amount} angenommen. Die Bestellung ist bezahlt.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/terminal_pay_panel.py" />
      <source>{amount} to the terminal</source>
      <translation>{amount} ans Terminal</translation>
    </message>
    <message>
      <location filename="ui/exceptions/card_refunds.py" />
      <location filename="ui/till/checkout/terminal_labels.py" />
      <source>{amount} was given back to the card.</source>
      <translation>{amount} gingen auf die Karte zurück.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{by} has a shift open at this till already.</source>
      <translation>{by} hat an dieser Kasse schon eine Schicht offen.</translation>
    </message>
    <message>
      <location filename="ui/cash_labels.py" />
      <source>{cash} in the drawer, at least {bound}</source>
      <translation>{cash} in der Kassenlade, mindestens {bound}</translation>
    </message>
    <message>
      <location filename="ui/cash_labels.py" />
      <source>{cash} in the drawer, at most {bound}</source>
      <translation>{cash} in der Kassenlade, höchstens {bound}</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_tree.py" />
      <source>{category} (hidden)</source>
      <translation>{category} (ausgeblendet)</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_dialog.py" />
      <source>{category} is saved.</source>
      <translation>{category} ist gespeichert.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/tenders.py" />
      <source>{change} back</source>
      <translation>{change} zurück</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/pay_panel.py" />
      <source>{change} change is more than the largest note. Enter again if it is right.</source>
      <translation>{change} Rückgeld ist mehr als der größte Schein. Wenn das stimmt, drücken Sie noch einmal Enter.</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <location filename="ui/orders/new_order.py" />
      <source>{change} change.</source>
      <translation>Rückgeld: {change}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{code} appears here twice.</source>
      <translation>{code} kommt hier zweimal vor.</translation>
    </message>
    <message>
      <location filename="ui/kit/base/missed_scans.py" />
      <source>{code} came as fast as a scan. Press Enter again if it belongs in this field.</source>
      <translation>{code} kam so schnell wie ein Scan. Drücken Sie noch einmal Enter, wenn der Code in dieses Feld gehört.</translation>
    </message>
    <message>
      <location filename="ui/orders/shipping.py" />
      <source>{code} is not in this order.</source>
      <translation>{code} gehört nicht zu dieser Bestellung.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{code} is not on this receipt. Take back what stands on it.</source>
      <translation>{code} steht nicht auf diesem Beleg. Nehmen Sie zurück, was darauf steht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{code} looks like a barcode, not like a price.</source>
      <translation>{code} sieht nach einem Barcode aus, nicht nach einem Preis.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{code} looks like a barcode, not like a quantity. Scan it to add it.</source>
      <translation>{code} sieht nach einem Barcode aus, nicht nach einer Menge. Zum Hinzufügen bitte scannen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{code} looks like a barcode, not like money. Scan it to add it to the sale.</source>
      <translation>{code} sieht nach einem Barcode aus, nicht nach einem Betrag. Bitte scannen, um den Artikel zum Verkauf hinzuzufügen.</translation>
    </message>
    <message>
      <location filename="ui/orders/shipping.py" />
      <source>{code}: all ordered pieces are already packed.</source>
      <translation>{code}: Die bestellte Menge ist bereits vollständig gepackt.</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/arrangement.py" />
      <source>{column} (no room)</source>
      <translation>{column} (kein Platz)</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{column}: a comma stands before the decimals, as in “{example}”.</source>
      <translation>{column}: Vor den Nachkommastellen steht ein Komma, wie in „{example}“.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{column}: a comma stands before the decimals, as you chose.</source>
      <translation>{column}: Vor den Nachkommastellen steht ein Komma, wie von Ihnen gewählt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{column}: a point stands before the decimals, as in “{example}”.</source>
      <translation>{column}: Vor den Nachkommastellen steht ein Punkt, wie in „{example}“.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{column}: a point stands before the decimals, as you chose.</source>
      <translation>{column}: Vor den Nachkommastellen steht ein Punkt, wie von Ihnen gewählt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{column}: some numbers have a point before their decimals, some a comma.</source>
      <translation>{column}: Manche Zahlen haben einen Punkt vor den Nachkommastellen, andere ein Komma.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{count:number} products of this import are still to be set.</source>
      <translation>{count:number} Artikel dieses Imports sind noch zu setzen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{count:number} rows cannot be imported. Correct them, or leave them out.</source>
      <translation>{count:number} Zeilen können nicht importiert werden. Bitte korrigieren oder weglassen.</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/renewal.py" />
      <source>{counted}, order as of {time}</source>
      <translation>{counted}, Reihenfolge von {time} Uhr</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/customers/labels.py" />
      <source>{count} customer</source>
      <comment>{count} customers</comment>
      <translation>
        <numerusform>{count} Kunde</numerusform>
        <numerusform>{count} Kunden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/health/lines.py" />
      <source>{count} day</source>
      <comment>{count} days</comment>
      <translation>
        <numerusform>{count} Tag</numerusform>
        <numerusform>{count} Tagen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/health/rule_lines.py" />
      <source>{count} does not hold</source>
      <comment>{count} do not hold</comment>
      <translation>
        <numerusform>{count} gilt nicht</numerusform>
        <numerusform>{count} gelten nicht</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/outbox/labels.py" />
      <source>{count} e-mail</source>
      <comment>{count} e-mails</comment>
      <translation>
        <numerusform>{count} E-Mail</numerusform>
        <numerusform>{count} E-Mails</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/start/view.py" />
      <source>{count} e-mail failed</source>
      <comment>{count} e-mails failed</comment>
      <translation>
        <numerusform>{count} E-Mail gescheitert</numerusform>
        <numerusform>{count} E-Mails gescheitert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/journal/view.py" />
      <source>{count} entry</source>
      <comment>{count} entries</comment>
      <translation>
        <numerusform>{count} Eintrag</numerusform>
        <numerusform>{count} Einträge</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/exceptions/labels.py" />
      <source>{count} exception</source>
      <comment>{count} exceptions</comment>
      <translation>
        <numerusform>{count} Ausnahme</numerusform>
        <numerusform>{count} Ausnahmen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/customers/duplicates.py" />
      <source>{count} existing customers may be the same person</source>
      <translation>{count} vorhandene Kunden könnten dieselbe Person sein</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/health/lines.py" />
      <source>{count} hour</source>
      <comment>{count} hours</comment>
      <translation>
        <numerusform>{count} Stunde</numerusform>
        <numerusform>{count} Stunden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/journal/fiscal_dialog.py" />
      <source>{count} is not signed yet.</source>
      <comment>{count} are not signed yet.</comment>
      <translation>
        <numerusform>{count} ist noch nicht signiert.</numerusform>
        <numerusform>{count} sind noch nicht signiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/till/labels.py" />
      <source>{count} line</source>
      <comment>{count} lines</comment>
      <translation>
        <numerusform>{count} Position</numerusform>
        <numerusform>{count} Positionen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/importing/past_sales.py" />
      <source>{count} line goes. The files can be imported again.</source>
      <comment>{count} lines go. The files can be imported again.</comment>
      <translation>
        <numerusform>{count} Zeile wird entfernt. Die Dateien können wieder importiert werden.</numerusform>
        <numerusform>{count} Zeilen werden entfernt. Die Dateien können wieder importiert werden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/importing/past_sales.py" />
      <source>{count} line is gone.</source>
      <comment>{count} lines are gone.</comment>
      <translation>
        <numerusform>{count} Zeile wurde entfernt.</numerusform>
        <numerusform>{count} Zeilen wurden entfernt.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/preferences/rows.py" />
      <source>{count} min</source>
      <translation>{count} min</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/health/lines.py" />
      <source>{count} minute</source>
      <comment>{count} minutes</comment>
      <translation>
        <numerusform>{count} Minute</numerusform>
        <numerusform>{count} Minuten</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/settings/tax_labels.py" />
      <source>{count} more</source>
      <translation>{count} weitere</translation>
    </message>
    <message>
      <location filename="ui/till/sale/line_painter.py" />
      <source>{count} more than the shelf count</source>
      <translation>{count} mehr als im Bestand</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{count} of these products cannot be posted as counted: {names}.</source>
      <translation>Buchung wie gezählt nicht möglich bei {count} dieser Artikel: {names}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{count} of these products do not exist or already have stock.</source>
      <translation>Unbekannt oder schon mit Bestand: {count} dieser Artikel.</translation>
    </message>
    <message>
      <location filename="ui/till/returns/return_lines.py" />
      <source>{count} of {most}</source>
      <translation>{count} von {most}</translation>
    </message>
    <message>
      <location filename="ui/stock_labels.py" />
      <source>{count} on the shelf</source>
      <translation>{count} vorrätig</translation>
    </message>
    <message>
      <location filename="ui/till/sale/lines.py" />
      <source>{count} on their way</source>
      <translation>{count} unterwegs</translation>
    </message>
    <message>
      <location filename="ui/start/day_part.py" />
      <source>{count} open</source>
      <translation>{count} offen</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/start/view.py" />
      <source>{count} open count</source>
      <comment>{count} open counts</comment>
      <translation>
        <numerusform>{count} offene Zählung</numerusform>
        <numerusform>{count} offene Zählungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/orders/labels.py" />
      <location filename="ui/till/labels.py" />
      <source>{count} order</source>
      <comment>{count} orders</comment>
      <translation>
        <numerusform>{count} Bestellung</numerusform>
        <numerusform>{count} Bestellungen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/till/sale/line_painter.py" />
      <source>{count} past the count</source>
      <translation>{count} über Bestand</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/catalog/conflicts.py" />
      <source>{count} picture</source>
      <comment>{count} pictures, in another order</comment>
      <translation>
        <numerusform>{count} Bild</numerusform>
        <numerusform>{count} Bilder in anderer Reihenfolge</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/counts/labels.py" />
      <location filename="ui/counts/posting.py" />
      <location filename="ui/customers/labels.py" />
      <location filename="ui/orders/labels.py" />
      <location filename="ui/returns/approvals.py" />
      <location filename="ui/start/labels.py" />
      <location filename="ui/till/labels.py" />
      <source>{count} piece</source>
      <comment>{count} pieces</comment>
      <translation>
        <numerusform>{count} Stück</numerusform>
        <numerusform>{count} Stück</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/entry_controller.py" />
      <source>{count} piece? Press Enter again if that is right.</source>
      <comment>{count} pieces? Press Enter again if that is right.</comment>
      <translation>
        <numerusform>{count} Stück? Wenn das stimmt, noch einmal Enter drücken.</numerusform>
        <numerusform>{count} Stück? Wenn das stimmt, noch einmal Enter drücken.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="documents/packing_slips.py" />
      <source>{count} pieces</source>
      <translation>{count} Stück</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/item_search/popup.py" />
      <location filename="ui/kit/base/format.py" />
      <source>{count} product</source>
      <comment>{count} products</comment>
      <translation>
        <numerusform>{count} Artikel</numerusform>
        <numerusform>{count} Artikel</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/settings/tax_labels.py" />
      <source>{count} product by itself</source>
      <comment>{count} products by themselves</comment>
      <translation>
        <numerusform>{count} Artikel für sich</numerusform>
        <numerusform>{count} Artikel für sich</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/journal/fiscal_dialog.py" />
      <source>{count} record is as it was written.</source>
      <comment>All {count} records are as they were written.</comment>
      <translation>
        <numerusform>{count} Satz ist, wie er geschrieben wurde.</numerusform>
        <numerusform>Alle {count} Sätze sind, wie sie geschrieben wurden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/journal/fiscal_dialog.py" />
      <source>{count} record is in {file}.</source>
      <comment>{count} records are in {file}.</comment>
      <translation>
        <numerusform>{count} Satz steht in {file}.</numerusform>
        <numerusform>{count} Sätze stehen in {file}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/start/day_part.py" />
      <source>{count} refund today</source>
      <comment>{count} refunds today</comment>
      <translation>
        <numerusform>{count} Erstattung heute</numerusform>
        <numerusform>{count} Erstattungen heute</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/journal/verifying.py" />
      <source>{count} row is as it was sealed.</source>
      <comment>All {count} rows are as they were sealed.</comment>
      <translation>
        <numerusform>{count} Zeile ist so, wie sie versiegelt wurde.</numerusform>
        <numerusform>Alle {count} Zeilen sind so, wie sie versiegelt wurden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/health/rule_lines.py" />
      <source>{count} rule</source>
      <comment>{count} rules</comment>
      <translation>
        <numerusform>{count} Regel</numerusform>
        <numerusform>{count} Regeln</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/health/view.py" />
      <source>{count} rule does not hold.</source>
      <comment>{count} rules do not hold.</comment>
      <translation>
        <numerusform>{count} Regel gilt nicht.</numerusform>
        <numerusform>{count} Regeln gelten nicht.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/start/labels.py" />
      <source>{count} sale</source>
      <comment>{count} sales</comment>
      <translation>
        <numerusform>{count} Verkauf</numerusform>
        <numerusform>{count} Verkäufe</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/kit/base/missed_scans.py" />
      <source>{count} scan was not added: {codes}. {text}</source>
      <comment>{count} scans were not added: {codes}. {text}</comment>
      <translation>
        <numerusform>{count} Scan wurde nicht hinzugefügt: {codes}. {text}</numerusform>
        <numerusform>{count} Scans wurden nicht hinzugefügt: {codes}. {text}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/health/lines.py" />
      <source>{count} second</source>
      <comment>{count} seconds</comment>
      <translation>
        <numerusform>{count} Sekunde</numerusform>
        <numerusform>{count} Sekunden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/shifts/labels.py" />
      <source>{count} shift</source>
      <comment>{count} shifts</comment>
      <translation>
        <numerusform>{count} Schicht</numerusform>
        <numerusform>{count} Schichten</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/start/labels.py" />
      <source>{count} sold in 30 days</source>
      <translation>{count} in 30 Tagen verkauft</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/health/view.py" />
      <source>{count} thing needs a look</source>
      <comment>{count} things need a look</comment>
      <translation>
        <numerusform>{count} Punkt bitte ansehen</numerusform>
        <numerusform>{count} Punkte bitte ansehen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/conflict.py" />
      <source>{count} to decide: ← mine, → theirs</source>
      <translation>{count} offen: ← von mir, → von anderen</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/catalog/labels.py" />
      <location filename="ui/catalog/variants.py" />
      <location filename="ui/item_search/match_painter.py" />
      <source>{count} variant</source>
      <comment>{count} variants</comment>
      <translation>
        <numerusform>{count} Variante</numerusform>
        <numerusform>{count} Varianten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/catalog/variants.py" />
      <source>{count} variant, {new} more to make</source>
      <comment>{count} variants, {new} more to create</comment>
      <translation>
        <numerusform>{count} Variante, {new} weitere zu erstellen</numerusform>
        <numerusform>{count} Varianten, {new} weitere zu erstellen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/exceptions/labels.py" />
      <source>{count} × {product}</source>
      <translation>{count} × {product}</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <source>{count}, placed {moment}</source>
      <translation>{count}, bestellt am {moment}</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <source>{count}, sold at the till {moment}</source>
      <translation>{count}, an der Kasse verkauft am {moment}</translation>
    </message>
    <message>
      <location filename="ui/customers/card.py" />
      <source>{count}, {open} of them open</source>
      <translation>{count}, davon {open} offen</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/order_panel.py" />
      <source>{customer}, ordered {moment}</source>
      <translation>{customer}, bestellt {moment}</translation>
    </message>
    <message>
      <location filename="ui/reports/chart_card.py" />
      <source>{days}, until {time}</source>
      <translation>{days}, bis {time}</translation>
    </message>
    <message>
      <location filename="ui/journal/fiscal_dialog.py" />
      <source>{done} of {all} records</source>
      <translation>{done} von {all} Sätzen</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/kit/dialogs/progress.py" />
      <source>{done} of {all} row</source>
      <comment>{done} of {all} rows</comment>
      <translation>
        <numerusform>{done} von {all} Zeile</numerusform>
        <numerusform>{done} von {all} Zeilen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>{done} of {all} rows are verified</source>
      <translation>{done} von {all} Zeilen sind geprüft</translation>
    </message>
    <message>
      <location filename="ui/health/rules_card.py" />
      <source>{done} of {all} rules are checked</source>
      <translation>{done} von {all} Regeln geprüft</translation>
    </message>
    <message>
      <location filename="ui/counts/labels.py" />
      <source>{done} of {listed}</source>
      <translation>{done} von {listed}</translation>
    </message>
    <message>
      <location filename="cli/file_reading.py" />
      <source>{done} of {of}</source>
      <translation>{done} von {of}</translation>
    </message>
    <message>
      <location filename="ui/outbox/setup.py" />
      <source>{emails} waited while no mail server was set up, the oldest since {day}. Send them now, or mark them as failed; a manager can still send them later.</source>
      <translation>Ohne eingerichteten Mailserver liegen geblieben: {emails}, die älteste vom {day}. Senden Sie sie jetzt oder markieren Sie sie als fehlgeschlagen; die Leitung kann sie auch später noch senden.</translation>
    </message>
    <message>
      <location filename="ui/outbox/view.py" />
      <source>{emails} will be tried again.</source>
      <translation>Erneuter Versuch für {emails}.</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>{encoding}, a guess</source>
      <translation>{encoding} (vermutet)</translation>
    </message>
    <message>
      <location filename="ui/kit/forms/form.py" />
      <source>{field} (optional)</source>
      <translation>{field} (optional)</translation>
    </message>
    <message>
      <location filename="ui/start/labels.py" />
      <source>{figure} a week ago</source>
      <translation>{figure} vor einer Woche</translation>
    </message>
    <message>
      <location filename="ui/importing/past_sales.py" />
      <source>{files} (not finished)</source>
      <translation>{files} (nicht beendet)</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} cannot be read as a list. Save it as CSV.</source>
      <translation>{file} kann nicht als Liste gelesen werden. Bitte als CSV speichern.</translation>
    </message>
    <message>
      <location filename="ui/first_run/join_store.py" />
      <source>{file} cannot be read: its folder does not answer.</source>
      <translation>{file} kann nicht gelesen werden: Der Ordner antwortet nicht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} cannot be read: {why}.</source>
      <translation>{file} kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} cannot be read: {why}. Correct that, then start StoreDesk again.</source>
      <translation>{file} kann nicht gelesen werden: {why}. Bitte korrigieren, dann StoreDesk neu starten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} cannot be written: {why}.</source>
      <translation>{file} kann nicht geschrieben werden: {why}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>{file} has no column {column}.</source>
      <translation>{file} hat keine Spalte {column}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} has no column {column}. It has: {columns}.</source>
      <translation>{file} hat keine Spalte {column}. Vorhanden sind: {columns}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} has no row {row} that could have the headings.</source>
      <translation>{file} hat keine Zeile {row}, in der die Überschriften stehen könnten.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} has {count:number} lines; at most {most:number} can be imported at a time. Split it into {parts} files, and import them one after the other.</source>
      <translation>{file} hat {count:number} Zeilen; auf einmal lassen sich höchstens {most:number} importieren. Bitte auf {parts} Dateien aufteilen und nacheinander importieren.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} has {count:number} products; at most {most:number} can be imported at a time. Split it into {parts} files, and import them one after the other.</source>
      <translation>{file} hat {count:number} Artikel; auf einmal lassen sich höchstens {most:number} importieren. Bitte auf {parts} Dateien aufteilen und nacheinander importieren.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} holds no checksums, so it cannot be checked whether the backup is complete. Use another backup.</source>
      <translation>{file} enthält keine Prüfsummen, daher lässt sich nicht prüfen, ob die Sicherung vollständig ist. Bitte eine andere Sicherung verwenden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is a PDF. Ask for the list as CSV, or copy it into a spreadsheet and save that as CSV.</source>
      <translation>{file} ist ein PDF. Bitte die Liste als CSV anfordern oder in eine Tabellenkalkulation kopieren und dort als CSV speichern.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is a data file for programs (XML or JSON). Export it as CSV where it comes from, and choose that file.</source>
      <translation>{file} ist eine Datei für Programme (XML oder JSON). Bitte die Daten dort, wo sie herkommen, als CSV exportieren und diese Datei wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is a database or a backup of one. Export a table from it as CSV, and choose that file.</source>
      <translation>{file} ist eine Datenbank oder eine Sicherung davon. Bitte eine Tabelle daraus als CSV exportieren und diese Datei wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is a document, not a table. Save the table as CSV, and choose that file.</source>
      <translation>{file} ist ein Dokument, keine Tabelle. Bitte die Tabelle als CSV speichern und diese Datei wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is a picture. A table is needed: choose a CSV file.</source>
      <translation>{file} ist ein Bild. Nötig ist eine Tabelle: Bitte eine CSV-Datei wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is a program. A table is needed: choose a CSV file.</source>
      <translation>{file} ist ein Programm. Gebraucht wird eine Tabelle: Wählen Sie eine CSV-Datei.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is a web page, despite its name. Open it in a spreadsheet, save it as CSV, and choose that file.</source>
      <translation>{file} ist trotz des Namens eine Webseite. Öffnen Sie sie in einer Tabellenkalkulation, speichern Sie sie als CSV, und wählen Sie diese Datei.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is a workbook of Apple Numbers: export it as CSV in UTF-8 there, and choose that file.</source>
      <translation>{file} ist eine Arbeitsmappe von Apple Numbers: Exportieren Sie sie dort als CSV in UTF-8, und wählen Sie diese Datei.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is a workbook of LibreOffice: save it as Text CSV in UTF-8 there, and choose that file.</source>
      <translation>{file} ist eine Arbeitsmappe von LibreOffice: Speichern Sie sie dort als Text CSV in UTF-8, und wählen Sie diese Datei.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is an Excel workbook: save it as CSV UTF-8 in Excel, and choose that file.</source>
      <translation>{file} ist eine Excel-Arbeitsmappe: Speichern Sie sie in Excel als CSV UTF-8, und wählen Sie diese Datei.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is an Office file that a password protects. Open it there, save it as CSV UTF-8, and choose that file.</source>
      <translation>{file} ist eine Office-Datei mit Passwortschutz. Öffnen Sie sie dort, speichern Sie sie als CSV UTF-8, und wählen Sie diese Datei.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is an archive with other files in it. Unpack it, and choose the CSV file from it.</source>
      <translation>{file} ist ein Archiv mit anderen Dateien. Entpacken Sie es, und wählen Sie daraus die CSV-Datei.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is damaged: it is not what was saved. Use another backup.</source>
      <translation>{file} ist beschädigt: Der Inhalt ist nicht mehr so, wie er gespeichert wurde. Verwenden Sie eine andere Sicherung.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is encrypted: the passphrase with which it was made is needed.</source>
      <translation>{file} ist verschlüsselt: Die Passphrase, mit der sie erstellt wurde, wird gebraucht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is larger than {most} MB.</source>
      <translation>{file} ist größer als {most} MB.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is missing. A backup is three files next to each other: the .dump, the .sha256 and the .roles.sql.</source>
      <translation>{file} fehlt. Eine Sicherung besteht aus drei Dateien nebeneinander: .dump, .sha256 und .roles.sql.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is no backup of a StoreDesk store.</source>
      <translation>{file} ist keine Sicherung eines StoreDesk-Ladens.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is not UTF-8, and its encoding is not known. If its text looks right, give --encoding {encoding}; otherwise name another one.</source>
      <translation>{file} ist nicht in UTF-8, und der Zeichensatz ist nicht bekannt. Sieht der Text richtig aus, geben Sie --encoding {encoding} an, sonst einen anderen Zeichensatz.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} is not text, and its format is unknown. Save the table as CSV, and choose that file.</source>
      <translation>{file} ist kein Text, und das Format ist unbekannt. Speichern Sie die Tabelle als CSV, und wählen Sie diese Datei.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} lets people in without a password (trust). Remove that line.</source>
      <translation>{file} erlaubt den Zugang ohne Passwort (trust). Entfernen Sie diese Zeile.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{file} was made by a newer PostgreSQL than the one here. Nothing was restored. Install that version, or a later one.</source>
      <translation>{file} stammt von einem neueren PostgreSQL als dem hier vorhandenen. Es wurde nichts wiederhergestellt. Installieren Sie diese oder eine spätere Version.</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>{file}: read as {encoding}; headings in line {line}; cells divided by {delimiter}.</source>
      <translation>{file}: gelesen als {encoding}; Spaltennamen in Zeile {line}; Felder getrennt durch {delimiter}.</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/labels.py" />
      <location filename="ui/importing/labels.py" />
      <location filename="ui/shifts/figures.py" />
      <source>{first} to {last}</source>
      <translation>{first} bis {last}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{folder} belongs to another account of this computer. Use that one.</source>
      <translation>{folder} gehört einem anderen Konto dieses Computers. Verwenden Sie dieses Konto.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{folder} cannot be created or written. Choose another folder.</source>
      <translation>{folder} kann nicht angelegt oder beschrieben werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{folder} cannot be written: {why}. StoreDesk keeps its settings there: correct that, or give another folder with --profile.</source>
      <translation>{folder} kann nicht beschrieben werden: {why}. StoreDesk speichert dort seine Einstellungen: Beheben Sie das, oder geben Sie mit --profile einen anderen Ordner an.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{folder} is a file, and a profile is a folder. Give another one with --profile.</source>
      <translation>{folder} ist eine Datei, ein Profil ist aber ein Ordner. Geben Sie mit --profile einen anderen an.</translation>
    </message>
    <message>
      <location filename="ui/orders/bulk_shipping.py" />
      <source>{good} to send, {sent} sent, {bad} cannot be sent</source>
      <translation>{good} zu versenden, {sent} versendet, {bad} nicht versendbar</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{host} is neither a name nor an address of a server.</source>
      <translation>{host} ist weder der Name noch die Adresse eines Servers.</translation>
    </message>
    <message>
      <location filename="ui/start/hour_card.py" />
      <source>{hour}: {now}, a week ago {then}</source>
      <translation>{hour}: {now}, vor einer Woche {then}</translation>
    </message>
    <message>
      <location filename="ui/till/discounts/discount_panel.py" />
      <source>{item}: {price}, {pieces}</source>
      <translation>{item}: {price}, {pieces}</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>{kept} stay in a category other than the file's</source>
      <translation>weiterhin in anderer Kategorie als in der Datei: {kept}</translation>
    </message>
    <message>
      <location filename="ui/catalog/detail.py" />
      <location filename="ui/till/weight_panel.py" />
      <source>{least} to {most}</source>
      <translation>{least} bis {most}</translation>
    </message>
    <message>
      <location filename="ui/people/labels.py" />
      <source>{listed} listed, {count} signed in now</source>
      <translation>{listed} in der Liste, {count} jetzt angemeldet</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>{login} can sign in as {groups}.</source>
      <translation>{login} kann sich anmelden als {groups}.</translation>
    </message>
    <message>
      <location filename="cli/database.py" />
      <source>{login} has a new password.</source>
      <translation>{login} hat ein neues Passwort.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{login} is a superuser of this server, and somebody else in the backup. Nothing was restored. Restore it on another server.</source>
      <translation>{login} ist auf diesem Server ein Superuser, in der Sicherung aber jemand anderes. Es wurde nichts wiederhergestellt. Stellen Sie die Sicherung auf einem anderen Server wieder her.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{login} is not a staff member of this store. Sign in with another login.</source>
      <translation>{login} gehört nicht zu den Mitarbeitern dieses Ladens. Melden Sie sich mit einem anderen Anmeldenamen an.</translation>
    </message>
    <message>
      <location filename="ui/people/detail.py" />
      <source>{login}, since {date}</source>
      <translation>{login}, seit {date}</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <source>{method} ({count})</source>
      <translation>{method} ({count})</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <source>{method} back</source>
      <translation>{method}, erstattet</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <location filename="ui/shifts/figures.py" />
      <source>{method} for gift cards</source>
      <translation>{method} für Gutscheine</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <location filename="documents/shift_reports.py" />
      <location filename="ui/shifts/figures.py" />
      <source>{method} given back</source>
      <translation>{method} erstattet</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>{method} is the default now.</source>
      <translation>{method} ist jetzt Standard.</translation>
    </message>
    <message>
      <location filename="ui/till/sale/paid_card.py" />
      <source>{method} · {tendered} given for {total}</source>
      <translation>{method} · {tendered} erhalten für {total}</translation>
    </message>
    <message>
      <location filename="ui/till/sale/paid_card.py" />
      <source>{method} · {total}</source>
      <translation>{method} · {total}</translation>
    </message>
    <message>
      <location filename="ui/counts/sheet.py" />
      <source>{more} and {fewer} pieces, value {worth}</source>
      <translation>{more} und {fewer} Stück, Wert {worth}</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/labels.py" />
      <source>{names} and {count} more</source>
      <translation>{names} und {count} weitere</translation>
    </message>
    <message>
      <location filename="cli/past_sales.py" />
      <source>{name}  {when}, {person}: {files}: {counts}</source>
      <translation>{name}  {when}, {person}: {files}: {counts}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} appears twice in this return. Put it into one line.</source>
      <translation>{name} steht in dieser Rückgabe zweimal. Fassen Sie das in einer Position zusammen.</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>{name} can no longer sign in.</source>
      <translation>{name} kann sich nicht mehr anmelden.</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>{name} can sign in again.</source>
      <translation>{name} kann sich wieder anmelden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} cannot be deleted: {reserved} pieces are reserved for orders.</source>
      <translation>{name} kann nicht gelöscht werden: {reserved} Stück für Bestellungen reserviert.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} cannot be moved below itself. Choose another category.</source>
      <translation>{name} kann nicht unter sich selbst verschoben werden. Wählen Sie eine andere Kategorie.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} cannot be sold: its category is hidden. Show the category first.</source>
      <translation>{name} kann nicht verkauft werden: Die Kategorie ist ausgeblendet. Blenden Sie zuerst die Kategorie ein.</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <source>{name} collects it at this till. It is paid.</source>
      <translation>{name} holt die Bestellung an dieser Kasse ab. Sie ist bezahlt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} comes in several variants. Choose one.</source>
      <translation>{name} gibt es in mehreren Varianten. Wählen Sie eine aus.</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>{name} has a new password.</source>
      <translation>{name} hat ein neues Passwort.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} has confirmed this e-mail address already.</source>
      <translation>{name} hat diese E-Mail-Adresse bereits bestätigt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} has no e-mail address. Add one first.</source>
      <translation>{name} hat keine E-Mail-Adresse. Fügen Sie zuerst eine hinzu.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} has signed this off already.</source>
      <translation>{name} hat das schon abgezeichnet.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is a draft. Press Enter again to put it on sale.</source>
      <translation>{name} ist ein Entwurf. Drücken Sie noch einmal Enter, um den Artikel in den Verkauf zu nehmen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is a draft. Put it on sale on the Products page, or scan it at a till.</source>
      <translation>{name} ist ein Entwurf. Nehmen Sie den Artikel auf der Seite „Artikel“ in den Verkauf, oder scannen Sie ihn an einer Kasse.</translation>
    </message>
    <message>
      <location filename="ui/shell/badge_switch.py" />
      <source>{name} is at work already.</source>
      <translation>{name} arbeitet hier schon.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is in this sale from before it was sold in another way. Remove it, then add it again.</source>
      <translation>{name} ist in diesem Verkauf noch von vor der Änderung der Verkaufsart. Entfernen Sie es, und fügen Sie es dann neu hinzu.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>{name} is no longer sold. Ask a manager.</source>
      <translation>{name} wird nicht mehr verkauft. Bitte die Leitung fragen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is not on sale yet. Ask a manager.</source>
      <translation>{name} ist noch nicht im Verkauf. Bitte die Leitung fragen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is not sold ({status:state}). Ask a manager.</source>
      <translation>{name} wird nicht verkauft ({status:state}). Bitte die Leitung fragen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is not sold any more. Ask a manager.</source>
      <translation>{name} wird nicht mehr verkauft. Bitte die Leitung fragen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is not sold any more. Press Enter again to put it on sale.</source>
      <translation>{name} wird nicht mehr verkauft. Drücken Sie noch einmal Enter, um den Artikel in den Verkauf zu nehmen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is not sold any more. Put it on sale on the Products page, or scan it at a till.</source>
      <translation>{name} wird nicht mehr verkauft. Nehmen Sie den Artikel auf der Seite „Artikel“ in den Verkauf, oder scannen Sie ihn an einer Kasse.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is not sold: its category is hidden. Ask a manager.</source>
      <translation>{name} wird nicht verkauft: Die Kategorie ist ausgeblendet. Bitte die Leitung fragen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is not sold: its category is hidden. Show the category on the Products page.</source>
      <translation>{name} wird nicht verkauft: Die Kategorie ist ausgeblendet. Blenden Sie die Kategorie auf der Seite „Artikel“ ein.</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>{name} is saved.</source>
      <translation>{name} wurde gespeichert.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is set again in {file}. Remove that line.</source>
      <translation>{name} wird in {file} noch einmal gesetzt. Entfernen Sie dort diese Zeile.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is sold by the piece, so the weight or the price on the label does not count. A manager can change that on the product's page.</source>
      <translation>{name} wird nach Stück verkauft, darum zählen Gewicht und Preis auf dem Etikett nicht. Die Leitung kann das auf der Seite des Produkts ändern.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is sold from {least} to {most} without a manager.</source>
      <translation>{name} wird ohne die Leitung für {least} bis {most} verkauft.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is weighed or priced at the till. Only a till can sell it.</source>
      <translation>{name} wird an der Kasse gewogen oder mit einem Preis versehen. Nur eine Kasse kann es verkaufen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is worth at most {most:money} a piece: the lowest price of the last {days} days.</source>
      <translation>{name} ist höchstens {most:money} pro Stück wert: der niedrigste Preis der letzten {days} Tage.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} is {was:state} and cannot become {wanted:state}.</source>
      <translation>{name}: Der Status kann nicht von „{was:state}“ auf „{wanted:state}“ geändert werden.</translation>
    </message>
    <message>
      <location filename="ui/settings/taxes.py" />
      <source>{name} then stays at {rate}.</source>
      <translation>{name} bleibt dann bei {rate}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} was already saved, but the answer was lost. Look for it in the list.</source>
      <translation>{name} wurde bereits gespeichert, nur die Antwort ging verloren. Suchen Sie den Artikel in der Liste.</translation>
    </message>
    <message>
      <location filename="ui/people/view.py" />
      <source>{name} was changed.</source>
      <translation>{name} wurde geändert.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} was deleted meanwhile: {now:number} on hand stay, and are not set to {level:number}.</source>
      <translation>{name} wurde inzwischen gelöscht: Vorhanden bleiben {now:number} Stück, der Bestand wird nicht auf {level:number} gesetzt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} was deleted. Ask a manager.</source>
      <translation>{name} wurde gelöscht. Bitte die Leitung fragen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} was deleted. Restore it first.</source>
      <translation>{name} wurde gelöscht. Stellen Sie den Artikel zuerst wieder her.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} was deleted. Restore it on the Products page.</source>
      <translation>{name} wurde gelöscht. Stellen Sie den Artikel auf der Seite „Artikel“ wieder her.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} was not sold here in the last {days} days, so without a receipt it cannot come back.</source>
      <translation>{name} wurde hier in den letzten {days} Tagen nicht verkauft und kann deshalb ohne Beleg nicht zurückkommen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} would be too deep in the tree: categories have at most {most} levels.</source>
      <translation>{name} läge zu tief im Baum: Kategorien haben höchstens {most} Ebenen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name} would cost nothing. Weigh it again, or give its price.</source>
      <translation>{name} würde nichts kosten. Wiegen Sie es noch einmal, oder geben Sie seinen Preis an.</translation>
    </message>
    <message>
      <location filename="ui/till/sale/sale_totals.py" />
      <source>{name} {rate}</source>
      <translation>{name} {rate}</translation>
    </message>
    <message>
      <location filename="ui/till/sale/sale_totals.py" />
      <source>{name} {rate}, included</source>
      <translation>inkl. {name} {rate}</translation>
    </message>
    <message>
      <location filename="ui/orders/returns.py" />
      <source>{name}: damaged</source>
      <translation>{name}: beschädigt</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name}: only changes that were made by hand can be undone.</source>
      <translation>{name}: Nur Änderungen von Hand können rückgängig gemacht werden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name}: only {available} can be taken, {reserved} are reserved.</source>
      <translation>{name}: Nur {available} Stück verfügbar, {reserved} reserviert.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name}: the stock was counted or set since, so this can no longer be undone.</source>
      <translation>{name}: Der Bestand wurde inzwischen gezählt oder gesetzt, daher kann dies nicht mehr rückgängig gemacht werden.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name}: this was already undone.</source>
      <translation>{name}: Dies wurde bereits rückgängig gemacht.</translation>
    </message>
    <message>
      <location filename="ui/orders/returns.py" />
      <source>{name}: to the shelf</source>
      <translation>{name}: ins Regal</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name}: {now:number} are on hand now, not {seen:number} as before, and are not set to {level:number}.</source>
      <translation>{name}: Vorhanden sind jetzt {now:number} statt vorher {seen:number} Stück; der Bestand wird nicht auf {level:number} gesetzt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name}: {now} are on hand now, not {seen}. Check again.</source>
      <translation>{name}: Vorhanden sind jetzt {now} statt {seen} Stück. Prüfen Sie es noch einmal.</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/form_dialog.py" />
      <source>{name}: {old} → {new}</source>
      <translation>{name}: {old} → {new}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name}: {reason} adds pieces, and here {count} would be gone. Choose another reason, such as {other}, or write {instead}.</source>
      <translation>{name}: Der Grund „{reason}“ erhöht den Bestand, hier wäre es aber ein Abgang von {count} Stück. Wählen Sie einen anderen Grund, etwa „{other}“, oder geben Sie {instead} ein.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>{name}: {reason} adds pieces, and here {count} would be gone. Choose another reason, such as {other}.</source>
      <translation>{name}: Der Grund „{reason}“ erhöht den Bestand, hier wäre es aber ein Abgang von {count} Stück. Bitte einen anderen Grund wählen, z. B. „{other}“.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>{name}: {reason} adds pieces, and here {count} would be gone. Choose another reason.</source>
      <translation>{name}: Der Grund „{reason}“ erhöht den Bestand, hier wäre es aber ein Abgang von {count} Stück. Bitte einen anderen Grund wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name}: {reason} takes pieces away, and here {count} would be added. Choose another reason, such as {other}, or write {instead}.</source>
      <translation>{name}: Der Grund „{reason}“ verringert den Bestand, hier wäre es aber ein Zugang von {count} Stück. Wählen Sie einen anderen Grund, etwa „{other}“, oder geben Sie {instead} ein.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>{name}: {reason} takes pieces away, and here {count} would be added. Choose another reason, such as {other}.</source>
      <translation>{name}: Der Grund „{reason}“ verringert den Bestand, hier wäre es aber ein Zugang von {count} Stück. Bitte einen anderen Grund wählen, z. B. „{other}“.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>{name}: {reason} takes pieces away, and here {count} would be added. Choose another reason.</source>
      <translation>{name}: Der Grund „{reason}“ verringert den Bestand, hier wäre es aber ein Zugang von {count} Stück. Bitte einen anderen Grund wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{name}: {reserved:number} of {now:number} on hand are reserved, so they are not set to {level:number}.</source>
      <translation>{name}: Von {now:number} vorhandenen Stück sind {reserved:number} reserviert; der Bestand wird daher nicht auf {level:number} gesetzt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{network} is not a range of private addresses. Write it as 192.168.1.0/24, or samenet.</source>
      <translation>{network} ist kein Bereich privater Adressen. Schreiben Sie ihn wie 192.168.1.0/24 oder als samenet.</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>{new} new products, {moved} moved</source>
      <translation>Neue Artikel: {new}, verschoben: {moved}</translation>
    </message>
    <message>
      <location filename="ui/importing/labels.py" />
      <source>{new} new · {changed} changed · {same} unchanged · {bad} rows cannot be imported</source>
      <translation>{new} neu · {changed} geändert · {same} unverändert · nicht importierbare Zeilen: {bad}</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>{new}, {changed} changed, {same} the same, {bad}</source>
      <translation>{new}, {changed} geändert, {same} unverändert, {bad}</translation>
    </message>
    <message>
      <location filename="ui/inventory/stock_form.py" />
      <source>{now} on hand now, {then} afterwards</source>
      <translation>Jetzt {now} vorhanden, danach {then}</translation>
    </message>
    <message>
      <location filename="documents/pick_lists.py" />
      <source>{number} ({count})</source>
      <translation>{number} ({count})</translation>
    </message>
    <message>
      <location filename="ui/returns/refund_choice.py" />
      <source>{number} gets it</source>
      <translation>Auf {number}</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>{number} has left already, {moment} by {who}.</source>
      <translation>{number} hat den Laden bereits verlassen ({moment}, {who}).</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{number} is being exchanged at {register}. Try again when that is paid.</source>
      <translation>{number} wird gerade an {register} umgetauscht. Versuchen Sie es noch einmal, wenn das bezahlt ist.</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <source>{number} is canceled.</source>
      <translation>{number} wurde storniert.</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <source>{number} is canceled. Refund: {amount}.</source>
      <translation>{number} wurde storniert. Erstattung: {amount}.</translation>
    </message>
    <message>
      <location filename="ui/orders/view.py" />
      <source>{number} is copied.</source>
      <translation>{number} ist kopiert.</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <source>{number} is delivered.</source>
      <translation>{number} ist zugestellt.</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <location filename="ui/till/collecting/order_controller.py" />
      <source>{number} is handed over.</source>
      <translation>{number} wurde übergeben.</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>{number} is not paid yet.</source>
      <translation>{number} ist noch nicht bezahlt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{number} is not paid, or was canceled, so it has no receipt to send.</source>
      <translation>{number} ist nicht bezahlt oder storniert; es gibt keinen Beleg zum Senden.</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <source>{number} is paid and handed over.</source>
      <translation>{number} ist bezahlt und wurde übergeben.</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <source>{number} is paid and ready to ship.</source>
      <translation>{number} ist bezahlt und versandbereit.</translation>
    </message>
    <message>
      <location filename="ui/orders/new_order.py" />
      <source>{number} is placed, {total}.</source>
      <translation>{number} ist angelegt, {total}.</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <source>{number} is ready to ship again.</source>
      <translation>{number} ist wieder versandbereit.</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>{number} is ready to ship.</source>
      <translation>{number} ist versandbereit.</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <source>{number} is returned. Refund: {amount}.</source>
      <translation>Rückgabe zu {number} gebucht. Erstattung: {amount}.</translation>
    </message>
    <message>
      <location filename="ui/orders/commands.py" />
      <source>{number} is returned. {amount} went to gift card {card}.</source>
      <translation>Rückgabe zu {number} gebucht. {amount} sind auf Gutschein {card}.</translation>
    </message>
    <message>
      <location filename="ui/orders/shipping.py" />
      <source>{number} is shipped.</source>
      <translation>{number} ist versendet.</translation>
    </message>
    <message>
      <location filename="ui/till/commands.py" />
      <source>{number} was booked at {time}. “Receipt” prints it.</source>
      <translation>{number} wurde um {time} gebucht. „Beleg“ druckt ihn.</translation>
    </message>
    <message>
      <location filename="ui/orders/shipping.py" />
      <source>{number} was recalled. Scanning its next label ships it and sends the e-mail.</source>
      <translation>{number} wurde zurückgeholt. Mit dem Scan des neuen Versandetiketts wird die Bestellung versendet und die E-Mail verschickt.</translation>
    </message>
    <message>
      <location filename="ui/orders/labels.py" />
      <source>{number} was sent already, {moment} by {who}, as {tracking}.</source>
      <translation>{number} wurde bereits versendet ({moment}, {who}), Sendungsnummer {tracking}.</translation>
    </message>
    <message>
      <location filename="ui/till/gift_cards/selling.py" />
      <source>{number} · {balance} is on it.</source>
      <translation>{number} · {balance} sind darauf.</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <source>{number}, left on it: {left}</source>
      <translation>{number}, noch darauf: {left}</translation>
    </message>
    <message>
      <location filename="ui/till/collecting/order_controller.py" />
      <source>{number}-deposit</source>
      <translation>{number}-Anzahlung</translation>
    </message>
    <message>
      <location filename="ui/returns/papers.py" />
      <source>{number}-return</source>
      <translation>{number}-Rückgabe</translation>
    </message>
    <message>
      <location filename="ui/till/gift_cards/gift_card_controller.py" />
      <source>{number}: {balance} is on it.</source>
      <translation>{number}: {balance} sind darauf.</translation>
    </message>
    <message>
      <location filename="ui/till/gift_cards/gift_card_controller.py" />
      <source>{number}: {balance} is on it. Change: {change}.</source>
      <translation>{number}: {balance} sind darauf. Rückgeld: {change}.</translation>
    </message>
    <message>
      <location filename="ui/orders/detail.py" />
      <source>{n} back</source>
      <translation>{n} zurück</translation>
    </message>
    <message numerus="yes">
      <location filename="cli/import_report.py" />
      <source>{n} bad row</source>
      <comment>{n} bad rows</comment>
      <translation>
        <numerusform>{n} fehlerhafte Zeile</numerusform>
        <numerusform>{n} fehlerhafte Zeilen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/orders/returns.py" />
      <source>{n} can be returned</source>
      <translation>Rückgabe möglich: {n}</translation>
    </message>
    <message>
      <location filename="ui/counts/sheet.py" />
      <source>{n} cannot be posted</source>
      <translation>{n} nicht buchbar</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/inventory/low_stock.py" />
      <location filename="ui/start/labels.py" />
      <source>{n} day</source>
      <comment>{n} days</comment>
      <translation>
        <numerusform>{n} Tag</numerusform>
        <numerusform>{n} Tage</numerusform>
      </translation>
    </message>
    <message>
      <location filename="documents/low_stock.py" />
      <source>{n} days</source>
      <translation>{n} Tage</translation>
    </message>
    <message numerus="yes">
      <location filename="cli/fiscal.py" />
      <source>{n} fiscal record is as it was written.</source>
      <comment>All {n} fiscal records are as they were written.</comment>
      <translation>
        <numerusform>{n} Kassensatz ist, wie er geschrieben wurde.</numerusform>
        <numerusform>Alle {n} Kassensätze sind, wie sie geschrieben wurden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="cli/fiscal.py" />
      <source>{n} fiscal record is in {file}.</source>
      <comment>{n} fiscal records are in {file}.</comment>
      <translation>
        <numerusform>{n} Kassensatz steht in {file}.</numerusform>
        <numerusform>{n} Kassensätze stehen in {file}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/start/labels.py" />
      <source>{n} h</source>
      <translation>{n} Std.</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/reports/order_part.py" />
      <source>{n} imported order is not listed</source>
      <comment>{n} imported orders are not listed</comment>
      <translation>
        <numerusform>{n} importierte Bestellung steht nicht in der Liste</numerusform>
        <numerusform>{n} importierte Bestellungen stehen nicht in der Liste</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="cli/fiscal.py" />
      <source>{n} is not signed yet.</source>
      <comment>{n} are not signed yet.</comment>
      <translation>
        <numerusform>{n} ist noch nicht signiert.</numerusform>
        <numerusform>{n} sind noch nicht signiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="cli/import_report.py" />
      <source>{n} known product stays in another category than the file says (see --set-categories).</source>
      <comment>{n} known products stay in another category than the file says (see --set-categories).</comment>
      <translation>
        <numerusform>{n} bekannter Artikel bleibt in einer anderen Kategorie als in der Datei (siehe --set-categories).</numerusform>
        <numerusform>{n} bekannte Artikel bleiben in einer anderen Kategorie als in der Datei (siehe --set-categories).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="cli/import_report.py" />
      <source>{n} known product would move there</source>
      <comment>{n} known products would move there</comment>
      <translation>
        <numerusform>{n} bekannter Artikel würde dorthin verschoben</numerusform>
        <numerusform>{n} bekannte Artikel würden dorthin verschoben</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="cli/past_sales.py" />
      <location filename="ui/importing/labels.py" />
      <location filename="ui/reports/labels.py" />
      <source>{n} line</source>
      <comment>{n} lines</comment>
      <translation>
        <numerusform>{n} Zeile</numerusform>
        <numerusform>{n} Zeilen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/importing/labels.py" />
      <source>{n} line cannot be used and is left out; it comes to {amount}.</source>
      <comment>{n} lines cannot be used and are left out; they come to {amount}.</comment>
      <translation>
        <numerusform>{n} Zeile ist nicht verwendbar und wird ausgelassen; sie ergibt {amount}.</numerusform>
        <numerusform>{n} Zeilen sind nicht verwendbar und werden ausgelassen; sie ergeben {amount}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="cli/past_sales.py" />
      <source>{n} line is of a product of this store.</source>
      <comment>{n} lines are of products of this store.</comment>
      <translation>
        <numerusform>{n} Zeile gehört zu einem Produkt dieses Geschäfts.</numerusform>
        <numerusform>{n} Zeilen gehören zu Produkten dieses Geschäfts.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/start/labels.py" />
      <source>{n} min</source>
      <translation>{n} Min.</translation>
    </message>
    <message>
      <location filename="documents/low_stock.py" />
      <source>{n} more are not on this paper.</source>
      <translation>Nicht auf diesem Blatt: {n} weitere.</translation>
    </message>
    <message>
      <location filename="documents/figure_tables.py" />
      <source>{n} more rows are not on this paper.</source>
      <translation>{n} weitere Zeilen stehen nicht auf diesem Papier.</translation>
    </message>
    <message numerus="yes">
      <location filename="cli/import_report.py" />
      <source>{n} new product</source>
      <comment>{n} new products</comment>
      <translation>
        <numerusform>{n} neuer Artikel</numerusform>
        <numerusform>{n} neue Artikel</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="cli/past_sales.py" />
      <location filename="ui/importing/labels.py" />
      <location filename="ui/reports/labels.py" />
      <location filename="ui/reports/order_part.py" />
      <source>{n} order</source>
      <comment>{n} orders</comment>
      <translation>
        <numerusform>{n} Bestellung</numerusform>
        <numerusform>{n} Bestellungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="cli/database.py" />
      <source>{n} order was canceled: not paid in time.</source>
      <comment>{n} orders were canceled: not paid in time.</comment>
      <translation>
        <numerusform>{n} Bestellung storniert: nicht rechtzeitig bezahlt.</numerusform>
        <numerusform>{n} Bestellungen storniert: nicht rechtzeitig bezahlt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/orders/packing_bench.py" />
      <source>{n} parcel</source>
      <comment>{n} parcels</comment>
      <translation>
        <numerusform>{n} Paket</numerusform>
        <numerusform>{n} Pakete</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/catalog/sales_card.py" />
      <source>{n} piece</source>
      <comment>{n} pieces</comment>
      <translation>
        <numerusform>{n} Stück</numerusform>
        <numerusform>{n} Stück</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/orders/shipping.py" />
      <source>{n} piece was not scanned. Press Enter again to ship anyway.</source>
      <comment>{n} pieces were not scanned. Press Enter again to ship anyway.</comment>
      <translation>
        <numerusform>{n} Stück wurde nicht gescannt. Drücken Sie noch einmal Enter, um trotzdem zu versenden.</numerusform>
        <numerusform>{n} Stück wurden nicht gescannt. Drücken Sie noch einmal Enter, um trotzdem zu versenden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/reports/labels.py" />
      <source>{n} product</source>
      <comment>{n} products</comment>
      <translation>
        <numerusform>{n} Artikel</numerusform>
        <numerusform>{n} Artikel</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="cli/catalog.py" />
      <source>{n} product is in {file}.</source>
      <comment>{n} products are in {file}.</comment>
      <translation>
        <numerusform>{n} Artikel steht in {file}.</numerusform>
        <numerusform>{n} Artikel stehen in {file}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/inventory/levels.py" />
      <source>{n} product ticked</source>
      <comment>{n} products ticked</comment>
      <translation>
        <numerusform>{n} Artikel ausgewählt</numerusform>
        <numerusform>{n} Artikel ausgewählt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/inventory/stock_form.py" />
      <source>{n} product, all or none</source>
      <comment>{n} products, all or none</comment>
      <translation>
        <numerusform>{n} Artikel, alle oder keiner</numerusform>
        <numerusform>{n} Artikel, alle oder keiner</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/counts/labels.py" />
      <location filename="ui/inventory/ledger.py" />
      <location filename="ui/inventory/low_stock.py" />
      <source>{n} reserved</source>
      <translation>{n} reserviert</translation>
    </message>
    <message>
      <location filename="ui/inventory/levels.py" />
      <source>{n} reserved: show the orders</source>
      <translation>{n} reserviert: Bestellungen anzeigen</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/reports/labels.py" />
      <source>{n} return</source>
      <comment>{n} returns</comment>
      <translation>
        <numerusform>{n} Rückgabe</numerusform>
        <numerusform>{n} Rückgaben</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/kit/lists/list_actions.py" />
      <source>{n} row is copied.</source>
      <comment>{n} rows are copied.</comment>
      <translation>
        <numerusform>{n} Zeile kopiert.</numerusform>
        <numerusform>{n} Zeilen kopiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/kit/lists/exporting.py" />
      <source>{n} row is in {file}.</source>
      <comment>{n} rows are in {file}.</comment>
      <translation>
        <numerusform>{n} Zeile steht in {file}.</numerusform>
        <numerusform>{n} Zeilen stehen in {file}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="cli/database.py" />
      <source>{n} rule does not hold.</source>
      <comment>{n} rules do not hold.</comment>
      <translation>
        <numerusform>{n} Regel ist verletzt.</numerusform>
        <numerusform>{n} Regeln sind verletzt.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/counts/labels.py" />
      <source>{n} to count</source>
      <translation>noch {n} zu zählen</translation>
    </message>
    <message>
      <location filename="ui/orders/history.py" />
      <source>{n} × {name}, back on the shelf</source>
      <translation>{n} × {name}, wieder im Regal</translation>
    </message>
    <message>
      <location filename="ui/orders/history.py" />
      <source>{n} × {name}, damaged</source>
      <translation>{n} × {name}, beschädigt</translation>
    </message>
    <message>
      <location filename="ui/inventory/ticked.py" />
      <source>{n}, {reserved} reserved</source>
      <translation>{n}, {reserved} reserviert</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/quote_changes.py" />
      <source>{old}  →  {new}</source>
      <translation>{old}  →  {new}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{one} and {other} cannot be added.</source>
      <translation>{one} und {other} können nicht addiert werden.</translation>
    </message>
    <message>
      <location filename="documents/pick_lists.py" />
      <source>{orders} orders, {pieces} pieces</source>
      <translation>{orders} Bestellungen, {pieces} Stück</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{paid:money} of {total:money} is paid. Take the rest, then confirm the order.</source>
      <translation>{paid:money} von {total:money} ist bezahlt. Kassieren Sie den Rest, und bestätigen Sie dann die Bestellung.</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/labels.py" />
      <source>{percent} off</source>
      <translation>{percent} Nachlass</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{placeholder} is no placeholder. Choose one of those below.</source>
      <translation>{placeholder} ist kein Platzhalter. Wählen Sie einen von denen darunter.</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <source>{place}, {width} mm</source>
      <translation>{place}, {width} mm</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{price:money} on the label of {name} is no price of what a scale weighs: at the usual price it would be less than {grams} g or more than {kilograms} kg. Weigh it, and type the weight.</source>
      <translation>{price:money} auf dem Etikett von {name} passt zu keiner Waage: Zum üblichen Preis wären das weniger als {grams} g oder mehr als {kilograms} kg. Wiegen Sie die Ware und geben Sie das Gewicht ein.</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/labels.py" />
      <location filename="ui/orders/detail.py" />
      <source>{price} each</source>
      <translation>je {price}</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/labels.py" />
      <source>{price} off</source>
      <translation>{price} Nachlass</translation>
    </message>
    <message>
      <location filename="ui/till/weight_panel.py" />
      <source>{price} per kilogram</source>
      <translation>{price} je Kilogramm</translation>
    </message>
    <message>
      <location filename="ui/scale_labels.py" />
      <source>{price}/kg</source>
      <translation>{price}/kg</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{printer} cannot be reached. Check that the printer is on and connected.</source>
      <translation>{printer} ist nicht zu erreichen. Prüfen, ob der Drucker eingeschaltet und angeschlossen ist.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{printer} takes no receipts. Check the address and the port.</source>
      <translation>{printer} nimmt keine Belege an. Adresse und Port prüfen.</translation>
    </message>
    <message>
      <location filename="ui/catalog/view.py" />
      <source>{products} exported to {file}.</source>
      <translation>{products} nach {file} exportiert.</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_moves.py" />
      <source>{products} moved.</source>
      <translation>{products} verschoben.</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_dialog.py" />
      <source>{products} on sale will no longer be found at the till. Existing orders do not change.</source>
      <translation>Die Kasse findet {products} im Verkauf dann nicht mehr. Bestehende Bestellungen ändern sich nicht.</translation>
    </message>
    <message>
      <location filename="ui/counts/posting.py" />
      <source>{products} on the list are not counted. Their stock stays unchanged.</source>
      <translation>Auf der Liste nicht gezählt: {products}. Der Bestand bleibt dort unverändert.</translation>
    </message>
    <message>
      <location filename="ui/inventory/commands.py" />
      <source>{products} updated.</source>
      <translation>{products} aktualisiert.</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_form.py" />
      <source>{products}, {on_sale} of them on sale</source>
      <translation>{products}, davon {on_sale} im Verkauf</translation>
    </message>
    <message>
      <location filename="ui/catalog/editing_view.py" />
      <source>{product} (deleted)</source>
      <translation>{product} (gelöscht)</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <source>{product} is deleted.</source>
      <translation>{product} ist gelöscht.</translation>
    </message>
    <message>
      <location filename="ui/catalog/manager_view.py" />
      <source>{product} is restored as inactive. Set its status to Active to sell it.</source>
      <translation>{product} ist als inaktiv wiederhergestellt. Setzen Sie den Status auf „Aktiv“, um den Artikel zu verkaufen.</translation>
    </message>
    <message>
      <location filename="ui/catalog/editing_view.py" />
      <source>{product} is saved and on sale, {count} on hand.</source>
      <translation>{product} ist gespeichert und im Verkauf, {count} vorhanden.</translation>
    </message>
    <message>
      <location filename="ui/catalog/editing_view.py" />
      <source>{product} is saved as a draft. Set its status to Active to sell it.</source>
      <translation>{product} ist als Entwurf gespeichert. Setzen Sie den Status auf „Aktiv“, um den Artikel zu verkaufen.</translation>
    </message>
    <message>
      <location filename="ui/catalog/editing_view.py" />
      <source>{product} is saved as a draft. {why}</source>
      <translation>{product} ist als Entwurf gespeichert. {why}</translation>
    </message>
    <message>
      <location filename="ui/catalog/editing_view.py" />
      <source>{product} is saved.</source>
      <translation>{product} ist gespeichert.</translation>
    </message>
    <message>
      <location filename="ui/counts/view.py" />
      <source>{product} is to be counted again.</source>
      <translation>{product} ist neu zu zählen.</translation>
    </message>
    <message>
      <location filename="ui/inventory/commands.py" />
      <source>{product}: reorder point {n}.</source>
      <translation>{product}: Meldebestand {n}.</translation>
    </message>
    <message>
      <location filename="ui/inventory/commands.py" />
      <source>{product}: {n} on hand now.</source>
      <translation>{product}: jetzt {n} vorhanden.</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <source>{promotion} is ended.</source>
      <translation>{promotion} ist beendet.</translation>
    </message>
    <message>
      <location filename="ui/catalog/promotions/list_dialog.py" />
      <source>{promotion} is saved.</source>
      <translation>{promotion} ist gespeichert.</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <source>{promotion}: was {price}</source>
      <translation>{promotion}: vorher {price}</translation>
    </message>
    <message>
      <location filename="documents/open_return_receipts.py" />
      <location filename="documents/receipts.py" />
      <location filename="documents/return_receipts.py" />
      <source>{quantity} pieces</source>
      <translation>{quantity} Stück</translation>
    </message>
    <message>
      <location filename="documents/customer_display.py" />
      <location filename="documents/receipts.py" />
      <location filename="ui/till/sale/short_lines.py" />
      <source>{quantity} × {price}</source>
      <translation>{quantity} × {price}</translation>
    </message>
    <message>
      <location filename="ui/till/sale/line_painter.py" />
      <source>{quantity} × {what}, {total}</source>
      <translation>{quantity} × {what}, {total}</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_labels.py" />
      <location filename="ui/settings/taxes.py" />
      <source>{rate} from {day}</source>
      <translation>{rate} ab {day}</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_labels.py" />
      <source>{rate} {tax}</source>
      <translation>{rate} {tax}</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>{reason} adds pieces. Choose another reason, such as {other}, or write {instead}.</source>
      <translation>Der Grund „{reason}“ erhöht den Bestand. Bitte einen anderen Grund wählen, z. B. „{other}“, oder {instead} eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>{reason} adds pieces. Choose another reason, such as {other}.</source>
      <translation>Der Grund „{reason}“ erhöht den Bestand. Bitte einen anderen Grund wählen, z. B. „{other}“.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>{reason} adds pieces. Choose another reason.</source>
      <translation>Der Grund „{reason}“ erhöht den Bestand. Bitte einen anderen Grund wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>{reason} takes pieces away. Choose another reason, such as {other}, or write {instead}.</source>
      <translation>Der Grund „{reason}“ verringert den Bestand. Bitte einen anderen Grund wählen, z. B. „{other}“, oder {instead} eingeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>{reason} takes pieces away. Choose another reason, such as {other}.</source>
      <translation>Der Grund „{reason}“ verringert den Bestand. Bitte einen anderen Grund wählen, z. B. „{other}“.</translation>
    </message>
    <message>
      <location filename="domain/refusals/bare_sentences.py" />
      <source>{reason} takes pieces away. Choose another reason.</source>
      <translation>Der Grund „{reason}“ verringert den Bestand. Bitte einen anderen Grund wählen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{register} is busy with another sale. Park that one first.</source>
      <translation>{register} ist mit einem anderen Verkauf belegt. Parken Sie diesen zuerst.</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>{register} is in use.</source>
      <translation>{register} ist in Gebrauch.</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>{register} is out of use.</source>
      <translation>{register} ist außer Gebrauch.</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>{register} is saved.</source>
      <translation>{register} ist gespeichert.</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <source>{register} · served by {cashier}</source>
      <translation>{register} · Es bediente Sie: {cashier}</translation>
    </message>
    <message>
      <location filename="documents/open_return_receipts.py" />
      <location filename="documents/return_receipts.py" />
      <source>{register} · taken back by {name}</source>
      <translation>{register} · zurückgenommen von {name}</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <location filename="ui/shifts/figures.py" />
      <source>{register}, Z {number}</source>
      <translation>{register}, Z {number}</translation>
    </message>
    <message>
      <location filename="documents/shift_reports.py" />
      <location filename="ui/shifts/figures.py" />
      <source>{register}, open</source>
      <translation>{register}, offen</translation>
    </message>
    <message>
      <location filename="ui/till/shifts/open_shift.py" />
      <source>{register}, {name}. What is in the drawer before the first sale?</source>
      <translation>{register}, {name}. Was ist vor dem ersten Verkauf in der Kassenlade?</translation>
    </message>
    <message>
      <location filename="ui/settings/registers.py" />
      <source>{register}, {setting}</source>
      <translation>{register}, {setting}</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>{row} is gone. Seal {seal} of {when} has it.</source>
      <translation>{row} fehlt. In Siegel {seal} vom {when} steht die Zeile noch.</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>{row} was changed after seal {seal} of {when}.</source>
      <translation>{row} wurde nach Siegel {seal} vom {when} geändert.</translation>
    </message>
    <message>
      <location filename="ui/journal/verifying.py" />
      <source>{row} was inserted later. Seal {seal} of {when} does not have it.</source>
      <translation>{row} wurde nachträglich eingefügt. Siegel {seal} vom {when} kennt keine solche Zeile.</translation>
    </message>
    <message>
      <location filename="ui/settings/logo.py" />
      <location filename="ui/settings/section.py" />
      <source>{section} is saved.</source>
      <translation>{section} ist gespeichert.</translation>
    </message>
    <message>
      <location filename="ui/settings/servers.py" />
      <source>{server} answers, and has every change of the store's server.</source>
      <translation>{server} antwortet und hat jede Änderung vom Server des Ladens.</translation>
    </message>
    <message>
      <location filename="ui/shifts/view.py" />
      <source>{shift} is approved.</source>
      <translation>{shift} ist freigegeben.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{sku} is in a basket, a purchase or a count, so it cannot be deleted now. Try again later.</source>
      <translation>{sku} ist in einem Warenkorb, einem Kaufvorgang oder einer Inventur und kann jetzt nicht gelöscht werden. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{sku} was sold before, so it cannot be deleted.</source>
      <translation>{sku} wurde schon verkauft und kann deshalb nicht gelöscht werden.</translation>
    </message>
    <message>
      <location filename="ui/health/lines.py" />
      <source>{span} ago</source>
      <translation>vor {span}</translation>
    </message>
    <message>
      <location filename="ui/health/store_lines.py" />
      <source>{span} ahead</source>
      <translation>{span} Vorsprung</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <location filename="ui/health/store_lines.py" />
      <source>{span} behind</source>
      <translation>{span} Rückstand</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>{speed} bits a second</source>
      <translation>{speed} Bit pro Sekunde</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>{step} by {who}, {moment}.</source>
      <translation>{step} von {who}, {moment}.</translation>
    </message>
    <message>
      <location filename="ui/orders/dialogs.py" />
      <source>{step} {moment}.</source>
      <translation>{step} am {moment}.</translation>
    </message>
    <message>
      <location filename="documents/figure_tables.py" />
      <source>{store} · {when}</source>
      <translation>{store} · {when}</translation>
    </message>
    <message>
      <location filename="documents/low_stock.py" />
      <source>{store} · {when} · {count} products</source>
      <translation>{store} · {when} · {count} Artikel</translation>
    </message>
    <message>
      <location filename="documents/email_texts.py" />
      <source>{store}: a test</source>
      <translation>{store}: ein Test</translation>
    </message>
    <message>
      <location filename="documents/email_texts.py" />
      <source>{store}: choose a new password</source>
      <translation>{store}: Wählen Sie ein neues Passwort</translation>
    </message>
    <message>
      <location filename="documents/email_texts.py" />
      <source>{store}: please confirm your e-mail address</source>
      <translation>{store}: Bitte bestätigen Sie Ihre E-Mail-Adresse</translation>
    </message>
    <message>
      <location filename="documents/email_texts.py" />
      <source>{store}: your order {number}</source>
      <translation>{store}: Ihre Bestellung {number}</translation>
    </message>
    <message>
      <location filename="documents/email_texts.py" />
      <source>{store}: your order {number} is cancelled</source>
      <translation>{store}: Ihre Bestellung {number} ist storniert</translation>
    </message>
    <message>
      <location filename="documents/email_texts.py" />
      <source>{store}: your order {number} is on its way</source>
      <translation>{store}: Ihre Bestellung {number} ist unterwegs</translation>
    </message>
    <message>
      <location filename="ui/customers/commands.py" />
      <source>{street} is the default address now.</source>
      <translation>{street} ist jetzt die Standardadresse.</translation>
    </message>
    <message>
      <location filename="documents/customer_display.py" />
      <location filename="documents/email_texts.py" />
      <location filename="documents/receipts.py" />
      <location filename="documents/shift_reports.py" />
      <location filename="ui/orders/detail.py" />
      <location filename="ui/shifts/figures.py" />
      <source>{tax} {rate}</source>
      <translation>{tax} {rate}</translation>
    </message>
    <message>
      <location filename="documents/return_receipts.py" />
      <source>{tax} {rate}, in this return</source>
      <translation>{tax} {rate}, in dieser Rückgabe</translation>
    </message>
    <message>
      <location filename="documents/customer_display.py" />
      <location filename="documents/email_texts.py" />
      <location filename="documents/receipts.py" />
      <location filename="ui/orders/detail.py" />
      <source>{tax} {rate}, included</source>
      <translation>{tax} {rate}, enthalten</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{tendered:money} is less than the {total:money} to pay.</source>
      <translation>{tendered:money} ist weniger als der zu zahlende Betrag von {total:money}.</translation>
    </message>
    <message>
      <location filename="ui/orders/shipping.py" />
      <source>{text} was scanned for the previous order and not used. Scan it again.</source>
      <translation>{text} wurde für die vorige Bestellung gescannt und nicht verwendet. Bitte erneut scannen.</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>{thing} of {of}</source>
      <translation>{thing} von {of}</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>{thing}: differs</source>
      <translation>{thing}: weicht ab</translation>
    </message>
    <message>
      <location filename="ui/kit/lists/list_page.py" />
      <source>{ticked} ticked of {counted}</source>
      <translation>{counted}, {ticked} ausgewählt</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{total:money} is due, but the payments add up to {tendered:money}.</source>
      <translation>Zu zahlen sind {total:money}, die Zahlungen ergeben aber {tendered:money}.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/amount_due.py" />
      <source>{total}, rounded for cash</source>
      <translation>{total}, für Barzahlung gerundet</translation>
    </message>
    <message>
      <location filename="ui/settings/tax_labels.py" />
      <source>{total}, tax {tax}</source>
      <translation>{total}, davon Steuer {tax}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{tracking} is already on the shipment of order {number}. Enter it again if both go in one package.</source>
      <translation>{tracking} steht bereits bei der Sendung zu Bestellung {number}. Geben Sie die Nummer noch einmal ein, wenn beide in ein Paket kommen.</translation>
    </message>
    <message>
      <location filename="cli/importing.py" />
      <source>{typed} is neither a number nor 'file'</source>
      <translation>{typed} ist weder eine Zahl noch 'file'</translation>
    </message>
    <message>
      <location filename="cli/file_reading.py" />
      <source>{typed} is no line of a file</source>
      <translation>{typed} ist keine Zeile einer Datei</translation>
    </message>
    <message>
      <location filename="cli/tour.py" />
      <source>{typed} is no size</source>
      <translation>{typed} ist keine Größe</translation>
    </message>
    <message>
      <location filename="cli/backup.py" />
      <location filename="cli/mailer.py" />
      <location filename="cli/server.py" />
      <source>{typed} is not a number from 1 to {most}</source>
      <translation>{typed} ist keine Zahl von 1 bis {most}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{typed} pays all that is left, so nothing is left for the rest that you typed.</source>
      <translation>{typed} bezahlt schon alles, für den Rest Ihrer Eingabe bleibt nichts übrig.</translation>
    </message>
    <message>
      <location filename="ui/health/server_lines.py" />
      <source>{used} of {most}</source>
      <translation>{used} von {most}</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{value} has variants in the store, but not in the file.</source>
      <translation>{value} hat Varianten im Laden, aber nicht in der Datei.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>{value} was deleted from the store. Restore it first.</source>
      <translation>{value} wurde im Laden gelöscht. Stellen Sie den Artikel zuerst wieder her.</translation>
    </message>
    <message>
      <location filename="ui/till/checkout/quote_changes.py" />
      <source>{wanted} in the sale, {available} on the shelf</source>
      <translation>{wanted} verlangt, {available} vorrätig</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <location filename="ui/scale_labels.py" />
      <source>{weight} kg</source>
      <translation>{weight} kg</translation>
    </message>
    <message>
      <location filename="documents/receipts.py" />
      <location filename="ui/scale_labels.py" />
      <source>{weight} kg × {price}</source>
      <translation>{weight} kg × {price}</translation>
    </message>
    <message>
      <location filename="ui/shell/frame.py" />
      <source>{what} is not saved</source>
      <translation>Nicht gespeichert: {what}</translation>
    </message>
    <message>
      <location filename="ui/exceptions/view.py" />
      <source>{what} is signed off.</source>
      <translation>{what}: abgezeichnet.</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/conflict.py" />
      <source>{what} was changed meanwhile</source>
      <translation>{what} wurde inzwischen geändert</translation>
    </message>
    <message>
      <location filename="ui/counts/view.py" />
      <source>{what}: last entry undone, {n} counted now.</source>
      <translation>{what}: letzte Eingabe rückgängig gemacht, jetzt {n} gezählt.</translation>
    </message>
    <message>
      <location filename="ui/catalog/editor.py" />
      <source>{who} has changed this product meanwhile. Saving merges both changes.</source>
      <translation>{who} hat diesen Artikel inzwischen geändert. Beim Speichern werden beide Änderungen zusammengeführt.</translation>
    </message>
    <message>
      <location filename="ui/kit/dialogs/conflict.py" />
      <source>{who} saved it while you were editing. Which version should be kept?</source>
      <translation>{who} hat inzwischen gespeichert. Welche Fassung soll bleiben?</translation>
    </message>
    <message>
      <location filename="ui/settings/changes.py" />
      <source>{who}, {when}: {setting} {new}</source>
      <translation>{who}, {when}: {setting} {new}</translation>
    </message>
    <message>
      <location filename="ui/settings/changes.py" />
      <source>{who}, {when}: {setting} {new}, before: {old}</source>
      <translation>{who}, {when}: {setting} {new}, vorher: {old}</translation>
    </message>
    <message>
      <location filename="ui/unavailable.py" />
      <source>{why} This began at {time}. What you see stays readable; StoreDesk reconnects by itself.</source>
      <translation>{why} Das ist seit {time} so. Was Sie sehen, bleibt lesbar; StoreDesk verbindet sich von selbst wieder.</translation>
    </message>
    <message>
      <location filename="ui/unavailable.py" />
      <source>{why} This began at {time}: the password was changed. What you see stays readable; sign in again to continue.</source>
      <translation>{why} Das ist seit {time} so: Das Passwort wurde geändert. Was Sie sehen, bleibt lesbar; melden Sie sich neu an, um weiterzuarbeiten.</translation>
    </message>
    <message>
      <location filename="ui/unavailable.py" />
      <source>{why} Trying again …</source>
      <translation>{why} Neuer Versuch …</translation>
    </message>
    <message>
      <location filename="ui/orders/returns.py" />
      <location filename="ui/till/returns/return_panel.py" />
      <source>{why} You are asked for one next.</source>
      <translation>{why} Die Freigabe wird als Nächstes abgefragt.</translation>
    </message>
    <message>
      <location filename="ui/preferences/printing.py" />
      <source>{width} mm</source>
      <translation>{width} mm</translation>
    </message>
    <message>
      <location filename="ui/preferences/receipt_printer.py" />
      <source>{width} mm, {columns} characters a line</source>
      <translation>{width} mm, {columns} Zeichen je Zeile</translation>
    </message>
    <message>
      <location filename="cli/progress.py" />
      <source>{work} {percent}%</source>
      <translation>{work} {percent} %</translation>
    </message>
    <message>
      <location filename="cli/progress.py" />
      <source>{work}, {seconds} s</source>
      <translation>{work}, {seconds} s</translation>
    </message>
    <message>
      <location filename="cli/fiscal.py" />
      <source>“{day}” is no day such as 2026-12-31</source>
      <translation>„{day}“ ist kein Tag wie 2026-12-31</translation>
    </message>
    <message>
      <location filename="cli/import_report.py" />
      <source>“{mark}”</source>
      <translation>„{mark}“</translation>
    </message>
    <message>
      <location filename="ui/catalog/category_field.py" />
      <source>“{name}” is new. It is created with the product.</source>
      <translation>„{name}“ ist neu und wird mit dem Artikel angelegt.</translation>
    </message>
    <message>
      <location filename="ui/counts/view.py" />
      <source>“{name}” is posted: {n} corrected, {same} already correct.</source>
      <translation>„{name}“ ist gebucht: {n} korrigiert, {same} bereits richtig.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{option}” is not field=Column; fields: {fields}.</source>
      <translation>„{option}“ hat nicht die Form Feld=Spalte; Felder: {fields}.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{option}” is not field=Column[:most|latest]; fields: {fields}.</source>
      <translation>„{option}“ hat nicht die Form Feld=Spalte[:most|latest]; Felder: {fields}.</translation>
    </message>
    <message>
      <location filename="ui/settings/labels.py" />
      <source>“{value}”</source>
      <translation>„{value}“</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” cannot be read as a date.</source>
      <translation>„{value}“ ist nicht als Datum lesbar.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” cannot be read as a price.</source>
      <translation>„{value}“ ist nicht als Preis lesbar.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” has more than four decimals.</source>
      <translation>„{value}“ hat mehr als vier Nachkommastellen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” has more than two decimals.</source>
      <translation>„{value}“ hat mehr als zwei Nachkommastellen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” holds bytes that are not valid in the encoding of this file. Save it as UTF-8, or choose its encoding.</source>
      <translation>„{value}“ enthält Bytes, die im Zeichensatz dieser Datei nicht gültig sind. Speichern Sie sie als UTF-8, oder wählen Sie ihren Zeichensatz.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” holds characters that cannot be read.</source>
      <translation>„{value}“ enthält unlesbare Zeichen.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” is before the year 1900.</source>
      <translation>„{value}“ liegt vor dem Jahr 1900.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” is below zero. What was taken back has a quantity below zero.</source>
      <translation>„{value}“ liegt unter null. Was zurückgenommen wurde, hat eine Menge unter null.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” is higher than a price can be.</source>
      <translation>„{value}“ ist höher, als ein Preis sein kann.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” is later than now.</source>
      <translation>„{value}“ liegt in der Zukunft.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” is not a number of pieces.</source>
      <translation>„{value}“ ist keine Stückzahl.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” is not a price to sell at: the lowest is 0.01.</source>
      <translation>„{value}“ ist kein Verkaufspreis: Der niedrigste ist 0,01.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” is not active, draft or archived.</source>
      <translation>„{value}“ ist weder active noch draft noch archived.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” is too long.</source>
      <translation>„{value}“ ist zu lang.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” is too short.</source>
      <translation>„{value}“ ist zu kurz.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” is what a spreadsheet shows where it cannot calculate. Correct it there.</source>
      <translation>„{value}“ ist die Anzeige einer Tabellenkalkulation, die nicht rechnen kann. Korrigieren Sie es dort.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” may begin with the day or with the month. Choose which of them comes first.</source>
      <translation>„{value}“ kann mit dem Tag oder mit dem Monat beginnen. Wählen Sie, was zuerst kommt.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” may mean thousands or decimals. Choose which mark stands before the decimals.</source>
      <translation>„{value}“ kann Tausender oder Nachkommastellen meinen. Wählen Sie, welches Zeichen vor den Nachkommastellen steht.</translation>
    </message>
    <message>
      <location filename="domain/refusals/errors.py" />
      <source>“{value}” was rounded by a spreadsheet. Save the column as text.</source>
      <translation>„{value}“ wurde von einer Tabellenkalkulation gerundet. Speichern Sie die Spalte als Text.</translation>
    </message>
    <message numerus="yes">
      <location filename="cli/import_report.py" />
      <source>… and {n} more bad row.</source>
      <comment>… and {n} more bad rows.</comment>
      <translation>
        <numerusform>… und {n} weitere fehlerhafte Zeile.</numerusform>
        <numerusform>… und {n} weitere fehlerhafte Zeilen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="cli/import_report.py" />
      <source>… and {n} more line; --changes FILE writes all changes.</source>
      <comment>… and {n} more lines; --changes FILE writes all changes.</comment>
      <translation>
        <numerusform>… und {n} weitere Zeile; --changes DATEI schreibt alle Änderungen.</numerusform>
        <numerusform>… und {n} weitere Zeilen; --changes DATEI schreibt alle Änderungen.</numerusform>
      </translation>
    </message>
  </context>
</TS>
