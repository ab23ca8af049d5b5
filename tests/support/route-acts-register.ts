import { type RouteEntry, ask } from './route-ask.ts'

/** The number is taken: whoever may register is told so. */
const NEW_DOCUMENT = {
	source: 'pasted',
	pasted: '第一条　略。',
	title: '集市管理办法',
	documentNumber: '青政规〔2024〕5号',
	issuer: '青禾区人民政府',
	publishedOn: '2024-03-01',
	effectiveOn: '2024-03-01',
	secrecy: 'public',
}

/** Who may ask the routes of the register. */
export const REGISTER_ROUTES: Readonly<Record<string, RouteEntry>> = {
	'register._index': { kind: 'act', get: ask('own-jurisdiction', 'register.read'), post: [] },
	'register.new': {
		kind: 'act',
		get: ask('own-jurisdiction', 'document.registered'),
		post: [ask('own-jurisdiction', 'document.registered', NEW_DOCUMENT)],
	},
	'register.$documentId._index': {
		kind: 'act',
		params: ({ ids }) => ({ documentId: ids.document }),
		get: ask('this-jurisdiction', 'register.read'),
		post: [
			ask('this-jurisdiction', 'document.repealed', {
				intent: 'repeal',
				repealedOn: '2026-12-01',
				basis: '新办法。',
			}),
			ask('this-jurisdiction', 'document.registration-withdrawn', { intent: 'withdraw', reason: '录错。' }),
		],
	},
	'register.$documentId.file': {
		kind: 'act',
		params: ({ ids }) => ({ documentId: ids.document }),
		get: ask('this-jurisdiction', 'register.read'),
		post: [],
	},
}
