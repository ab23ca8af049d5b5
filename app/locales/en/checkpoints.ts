import type { SameShape } from '#app/locales/same-shape.ts'
import type { checkpoints as zhCn } from '#app/locales/zh-cn/checkpoints.ts'

/** Checkpoints, their deposits, receipts. */
export const checkpoints: SameShape<typeof zhCn> = {
	title: 'Checkpoints',
	lead: 'A checkpoint is a signed summary of the whole trail. It is made after every clearance, fixed agenda and outcome, and every hour, and is laid down elsewhere.',
	size: 'Entries',
	fingerprint: 'Fingerprint',
	madeAt: 'Made',
	deposits: 'Laid down at',
	notDeposited: 'nowhere yet',
	none: 'There is no checkpoint yet. One is made after the start.',
	noTargets:
		'No place outside is set up. Whoever holds both database and key could write the whole trail anew unseen. Set one up as the operations paper says.',
	target: { folder: 'a folder elsewhere', witness: 'the witness', mail: 'mail' },
	failures: 'Not laid down',
	failed: '{{target}}, {{time}}: {{reason}}',
	failedLead: 'It is tried again; nobody’s work waits for it. Tell whoever runs the server.',
	keys: 'Public keys',
	key: 'Key',
	use: { clearance: 'clearances', checkpoint: 'checkpoints and receipts' },
	from: 'From',
	until: 'Until',
	inUse: 'in use',
	behind: {
		older:
			'This database is older than a checkpoint that lies elsewhere: that one counts {{deposited}} entries, here are {{size}}.',
		another:
			'This database does not fit the checkpoint of {{deposited}} entries that lies elsewhere: its trail was changed or written anew.',
		effect:
			'Acts that were answered as done are missing here; a clearance may have been withdrawn long ago. Until the right database is restored no agenda is shown, no packet printed and no paper handed over.',
		missing: 'Missing entries',
		missingEntry: '{{stream}}, entry {{seq}}',
		missingUnknown: 'The place outside does not say which entries are missing.',
		doNow: 'Tell whoever runs the server, and the audit administrator, now.',
	},
	problem: {
		signature: 'the checkpoint of {{size}} entries is not signed rightly',
		root: 'the checkpoint of {{size}} entries does not fit the list: the list was changed',
		'list-short': 'the checkpoint of {{size}} entries is longer than the list: its end was cut off',
		'leaf-place': 'the list is out of order at place {{size}}',
		'entry-gone': 'the entry of place {{size}} of the list is gone',
		'receipt-later': 'a receipt was given when there was a checkpoint of {{size}} entries; there is none now',
	},
	receipts: {
		title: 'My receipts',
		lead: 'Every act has a signed receipt, which proves that the trail had its entry then. Keep it: should the entry be gone one day, the receipt proves that it was there.',
		none: 'There is no receipt yet.',
		done: 'done',
		refused: 'not done',
		entry: '{{stream}}, entry {{seq}}',
		download: 'Download',
		unsigned: 'of an earlier release, not signed',
		more: 'Earlier ones',
	},
	paper: {
		title: 'Checkpoint of a paper',
		unknown:
			'There is no paper with this code, and no checkpoint with this fingerprint. Check what you typed.',
		covered: 'This paper is under a checkpoint.',
		waiting: 'No checkpoint was made since this paper was sealed. That takes a minute as a rule; look again.',
		wrong:
			'The checkpoint does not hold: its signature is wrong, or the entry of the paper does not fit the list. Ask whoever issued the paper.',
		sealedAt: 'Sealed',
		place: 'Place in the list',
		first: 'First checkpoint after it',
		signature: 'Signature',
		signatureGood: 'fits the public key',
		cosigned: 'cosigned by the witness',
		publicKey: 'Public key',
		note: 'The checkpoint itself',
		lead: 'A checkpoint holds numbers and hashes, nothing of the paper. To check the paper itself, go to its verification.',
		checkpoint: 'This is the fingerprint of a checkpoint, not the code of a paper.',
	},
}
