/** Why a file was not taken: what it is, where, and how to go on. */
export const FILE_REFUSALS = {
	'empty-file': 'the file is empty (0 bytes).',
	'too-large': 'the file is over the limit of 30 MB.',
	'too-large-together': 'the files of one form are over the limit of 120 MB; upload them one by one.',
	'too-many-files': 'at most 20 files at a time.',
	'too-many-at-once': 'you are sending {{limit}} forms with files already; wait until one has arrived.',
	'not-a-zip':
		'the content is no Word document (perhaps only its suffix was changed, or the download was cut short). Open the original in WPS or Word and save it as .docx.',
	'not-word':
		'no Word text is found in it; it may be a table, slides or another file under another suffix. Open the original in WPS or Word and save it as .docx.',
	'encrypted-document':
		'the file has a password to open it. Open it in WPS or Word, clear the password under “File – Info – Protect document”, save and upload it.',
	'zip-bomb':
		'the file unpacks to more than the limit. Remove or shrink large pictures, put long annexes into files of their own, save it anew in WPS or Word and upload that.',
	'lying-header': 'the sizes inside the file do not agree; it may be damaged or altered.',
	'bad-entry-name': 'a path inside the file is not in order; it may be damaged or altered.',
	'xml-entities': 'a part inside ({{place}}) defines entities; save it anew in WPS or Word.',
	'external-reference':
		'it holds content linked from outside ({{type}}: {{target}}), which changes here when it changes there. In WPS or Word choose “File – Info – Edit links to files”, break the links (embed pictures), save and upload it.',
	'macro-file':
		'it holds macros ({{part}}). In WPS or Word choose “Save as”, type “Word document (*.docx)” and not “macro-enabled”, and upload that.',
	'wrong-suffix':
		'the contents do not fit the suffix ({{suffix}}). A draft is a Word document (.docx) or plain text (.txt); save it as one of them.',
	'lock-file':
		'this is the lock file that an open document leaves beside itself (its name begins with ~$); it holds no text. Close the document in Word or WPS and choose the document itself.',
	'old-word-file':
		'this is a document in an older format (.doc or .wps), whose numbers and changes may be read wrongly. Open it in WPS or Word, choose “Save as”, type “Word document (*.docx)”, and upload that.',
	'rtf-file':
		'this is an RTF file, also where its name says .docx. Open it in WPS or Word, choose “Save as”, type “Word document (*.docx)”, and upload that.',
	'odt-file':
		'this is an OpenDocument text (.odt). Open it in the program that made it, or in WPS or Word, save it as “Word document (*.docx)”, and upload that.',
	'pdf-file':
		'this is a PDF: its pages are fixed, and articles and tables cannot be read from it with certainty, so it is no draft. Upload the Word file (.docx) it was made from; the sealed copy can go with it as an annex or a material.',
	'ofd-file':
		'this is an OFD file with fixed pages, which is no draft and which Word does not open. Upload the Word file (.docx) it was made from; the sealed copy can go with it as an annex or a material.',
	'conversion-failed':
		'the file was not converted to .docx (its format is wrong, or it took too long). Open it in WPS or Word, choose “Save as”, type “Word document (*.docx)”, and upload that.',
	'template-file':
		'this is a Word template (.dotx). Double-click it to make a new document, choose “Save as”, type “Word document (*.docx)”, and upload that.',
	'too-costly':
		'reading it took more time or memory than one file may take; it was stopped and not taken, and nobody else was held up. Delete long runs of empty lines, blanks or empty tables, or put annexes into files of their own, save it again and upload it.',
	'not-utf8': 'the text encoding cannot be read; save it as UTF-8.',
	'unknown-type':
		'this kind of file is not taken. Allowed: .docx .doc .wps .rtf .odt .pdf .ofd .xlsx .png .jpg .txt.',
	'kind-not-allowed':
		'this kind of file is not taken. Allowed: .docx .doc .wps .rtf .odt .pdf .ofd .xlsx .png .jpg .txt.',
	'damaged-file':
		'the file is damaged. Download or copy it again; if WPS or Word still opens it, save it as .docx there and upload that.',
	'damaged-xml':
		'a part inside ({{place}}) is damaged. If WPS or Word still opens it, save it as .docx there and upload that.',
	'text-too-long': 'the text is too long to be handled.',
	'too-many-elements':
		'The file has too many parts inside and cannot be handled. Save it again in WPS or Word and upload that.',
	'too-many-rows': 'the table has more than 5000 rows; import it in parts.',
	'too-many-columns': 'the table has more than 60 columns.',
	'formula-without-result':
		'cell {{cell}} holds a formula without a result; put the value itself there and save the table.',
	'damaged-table': 'the table cannot be read; save it again in WPS or Excel.',
	'table-too-large': 'the table is larger than 5 MB.',
	'table-wrong-suffix':
		'only .xlsx and .csv tables are taken, and the content has to be what the suffix says.',
}
