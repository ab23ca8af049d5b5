import type { SameShape } from '#app/locales/same-shape.ts'
import type { events as zh } from '#app/locales/zh-cn/events.ts'

export const events: SameShape<typeof zh> = {
	matter: {
		opened: 'opened the matter',
		edited: 'edited the matter',
		submitted: 'signed the submission',
		returned: 'returned the matter',
		accepted: 'accepted the matter',
		withdrawn: 'withdrew the matter',
	},
	version: {
		uploaded: 'uploaded a version',
	},
	waiver: {
		requested: 'Asked to let invisible characters stand',
		granted: 'Let invisible characters stand',
		declined: 'Did not let invisible characters stand',
	},
	submission: {
		prepared: 'asked the head to sign',
		declined: 'gave it back to the drafter',
	},
	supplement: {
		requested: 'asked for supplements',
		submitted: 'answered the supplement list',
	},
	scope: {
		excluded: 'found it outside the scope of review',
	},
	reviewer: {
		assigned: 'assigned the reviewer',
	},
	counsel: {
		assigned: 'assigned counsel',
	},
	'counsel-opinion': {
		signed: 'signed a counsel opinion',
	},
	'counsel-hold': {
		disposed: 'disposed of counsel’s objection',
	},
	opinion: {
		saved: 'saved the opinion',
		'sent-for-signature': 'sent the opinion for signature',
		checked: 'checked the opinion',
		'sent-back': 'sent the opinion back',
		signed: 'signed the opinion',
		revoked: 'revoked the opinion',
	},
	reply: {
		saved: 'replied to an item',
	},
	revision: {
		submitted: 'submitted the revision',
	},
	clearance: {
		reissued: 'issued a new clearance',
		issued: 'issued the clearance',
		voided: 'voided the clearance',
		consumed: 'used the clearance',
		expired: 'recorded that the clearance expired',
	},
	texts: {
		compared: 'Compared two texts',
	},
	document: {
		registered: 'registered the document',
		repealed: 'entered the repeal',
		'registration-withdrawn': 'withdrew the registration',
	},
	match: {
		corrected: 'Corrected which clause became which',
	},
	recheck: {
		proposed: 'proposed the re-check result',
		signed: 'signed the re-check',
		refused: 'refused the re-check result',
		failed: 'found the revision not settled',
	},
	round: {
		opened: 'opened a new round',
	},
	agenda: {
		proposed: 'proposed the item',
		'listing-requested': 'listed the item',
		listed: 'listed the item',
		delisted: 'took the item off the agenda',
		blocked: 'blocked the item',
		notified: 'notified the item',
		removed: 'took the item from the pool',
		edited: 'edited the agenda',
	},
	file: {
		classified: 'refused a file with a secrecy marking',
		downloaded: 'downloaded a file',
	},
	outcome: {
		recorded: 'recorded the outcome',
		noted: 'noted the meeting’s facts',
	},
	attendance: {
		recorded: 'Attendance recorded',
	},
	meeting: {
		created: 'created the meeting',
		fixed: 'fixed the agenda',
		'urgent-approved': 'approved an urgent item',
		held: 'recorded that the meeting was held',
		closed: 'closed the meeting',
		cancelled: 'cancelled the meeting',
	},
	session: {
		opened: 'signed in',
		ended: 'signed out',
	},
	password: {
		set: 'set a password',
	},
	installation: {
		opened: 'opened the installation',
	},
	organisation: {
		edited: 'edited the organisation',
		imported: 'imported organs and people',
	},
	account: {
		created: 'created an account',
		disabled: 'disabled an account',
		'link-issued': 'issued a password link',
	},
	grant: {
		requested: 'asked for a grant',
		confirmed: 'confirmed a grant',
		declined: 'declined a grant',
		ended: 'ended a grant',
	},
	audit: {
		verified: 'Verified the trail',
	},
	gate: {
		'wall-fired': 'was stopped by a database wall',
	},
}
