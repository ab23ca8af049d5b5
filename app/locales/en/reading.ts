import type { SameShape } from '#app/locales/same-shape.ts'
import type { reading as zh } from '#app/locales/zh-cn/reading.ts'

/** A draft as it was read. */
export const reading: SameShape<typeof zh> = {
	title: 'Check the draft as it was read',
	step: '3 Check the reading',
	waits: 'Reading to be checked',
	lead: 'Open the Word file and compare: are all articles, tables, images and annexes there, are numbers and amounts the same? What was read here is what is reviewed, compared and put before the meeting.',
	none: 'No draft yet. Choose a .docx, or paste the text.',
	toUpload: 'Upload a draft',
	text: 'The draft as it was read',
	download: 'Download the file',
	counts: { articles: 'articles', tables: 'tables', images: 'images', annexes: 'annexes' },
	margins: 'Headers and footers were read too and are no part of the text: {{words}}',
	noArticles: 'No articles were found; it was read as {{count}} paragraphs.',
	check: 'To mend or to look at',
	outline: 'Outline',
	at: 'Go there: {{place}}',
	blocked: 'Something in the draft must be mended first. Upload it again, then check it here.',
	another: 'Use another file',
	converted:
		'This version was converted from “{{name}}”. Open the original and compare numbers, amounts and tables with the text on the left; the original is kept as an annex.',
	originals: 'Files of this version',
	same: 'I have compared it with the file: all articles, tables, images and annexes are there, numbers and amounts are the same',
	confirm: 'Same as in Word, confirm',
	confirmTitle: 'Confirm',
	differs:
		'Do not confirm what differs: mend the file and upload it again; if that does not help, give the file to the system administrator.',
	confirmed: '{{by}} confirmed on {{at}}: same as in Word',
	notYours: 'The drafter of the unit checks and confirms it.',
	next: 'Next: materials',
	nextReplies: 'Answer the opinion',
	toReading: 'Next: check the reading',
	table: 'Table {{number}} · {{rows}} rows, {{columns}} columns',
	tableMerged: 'Table {{number}} · {{rows}} rows, {{columns}} columns, {{merged}} merged cells',
	image: 'Image {{number}}',
	imageAlt: 'Image {{number}} ({{alt}})',
	imageNotShown: '[{{words}}: this format cannot be shown on the page; download the file to see it]',
}
