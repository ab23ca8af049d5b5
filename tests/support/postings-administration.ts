import type { AdministrationDetails } from '#app/domain/act/administration-acts.ts'
import type { DelegationDetails } from '#app/domain/act/delegation-acts.ts'
import type { IssueDetails } from '#app/domain/act/issue-acts.ts'
import type { ReferenceDetails } from '#app/domain/act/reference-acts.ts'
import type { RegisterDetails } from '#app/domain/act/register-acts.ts'
import { PASSWORD } from './review-steps.ts'
import { type Posting, send, sendOn } from './route-ask.ts'

/** A name that no organ, unit or person has: whoever may add one is refused for it. */
const NOT_PLAIN = '农\u200b业'

/** The number is taken: whoever may register is told so. */
const OLD_DOCUMENT = {
	file: '',
	origin: '区档案馆。',
	title: '集市管理办法',
	documentNumber: '青政规〔2024〕5号',
	issuer: '青禾区人民政府',
	publishedOn: '2024-03-01',
	effectiveOn: '2024-03-01',
	secrecy: 'public',
}

/** A page that was opened long ago: whoever may do the act is told so, and nobody changes anything. */
const STALE = { seen: '0' }

/** How the forms of the register, of the tool that compares and of the three administrators are sent. */
export const ADMINISTRATION_POSTINGS: Readonly<
	Record<
		| keyof AdministrationDetails
		| keyof DelegationDetails
		| keyof ReferenceDetails
		| keyof RegisterDetails
		| keyof IssueDetails,
		readonly Posting[]
	>
> = {
	'texts.compared': [send('own-jurisdiction', { oldPasted: '甲。', newPasted: '乙。', secrecy: 'internal' })],
	'text.prechecked': [send('own-jurisdiction', { pasted: '甲。', secrecy: 'internal' })],
	'document.import-proposed': [send('own-jurisdiction', OLD_DOCUMENT)],
	// Nothing waits under this id: whoever may answer is told so.
	'document.import-confirmed': [
		send('own-jurisdiction', ({ ids }) => ({ intent: 'confirm', importId: ids.opinion })),
	],
	'document.import-declined': [
		send('own-jurisdiction', ({ ids }) => ({ intent: 'decline', importId: ids.opinion, words: '不符。' })),
	],
	'text.registered': [sendOn('passed', { intent: 'register', issuer: '青禾区人民政府', ...STALE })],
	'text.numbered': [sendOn('registered', { intent: 'number', organCode: '青政规', ...STALE })],
	'text.issued': [
		sendOn('numbered', { intent: 'issue', issuedOn: '2026-11-23', contentSha256: 'x', ...STALE }),
	],
	'text.published': [
		sendOn('issued', {
			intent: 'publish',
			publishedOn: '2026-11-23',
			effectiveOn: '2026-11-23',
			publishedIn: '公报',
			...STALE,
		}),
	],
	'text.filed': [
		sendOn('published', {
			intent: 'file',
			filedWith: 'upper-government',
			reportNumber: '青府文备〔2026〕1号',
			filedOn: '2026-11-23',
			receipt: '收1号',
			...STALE,
		}),
	],
	'matter.concluded': [sendOn('passed', { concludedOn: '2026-11-23', words: '已签订。', ...STALE })],
	'document.repealed': [
		send('this-jurisdiction', { intent: 'repeal', repealedOn: '2026-12-01', basis: '新办法。' }),
	],
	'document.registration-withdrawn': [send('this-jurisdiction', { intent: 'withdraw', reason: '录错。' })],
	'audit.verified': [send('own-jurisdiction')],
	'organisation.imported': [
		send('own-jurisdiction', { intent: 'preview' }),
		send('own-jurisdiction', { intent: 'confirm', table: '[["?"]]' }),
	],
	'organisation.edited': [
		send('own-jurisdiction', {
			intent: 'organ',
			name: NOT_PLAIN,
			shortName: '农',
			kind: 'department',
		}),
		send('own-jurisdiction', ({ ids }) => ({
			intent: 'unit',
			organId: ids.target,
			name: NOT_PLAIN,
			kind: 'ordinary',
		})),
	],
	// An organ does not review for itself: whoever may designate is refused for it.
	'review-body.designated': [
		send('own-jurisdiction', ({ ids }) => ({
			intent: 'designation',
			organId: ids.housing,
			designatedId: ids.housing,
		})),
	],
	'designation.confirmed': [
		send('own-jurisdiction', ({ ids }) => ({
			intent: 'confirm-designation',
			designationId: ids.target,
			sure: 'yes',
		})),
	],
	'designation.declined': [
		send('own-jurisdiction', ({ ids }) => ({ intent: 'decline-designation', designationId: ids.target })),
	],
	'account.created': [send('own-jurisdiction', { name: NOT_PLAIN, staffCode: 'x', loginName: 'x' })],
	'account.link-issued': [send('this-jurisdiction', { intent: 'link' })],
	// Nobody of this account waits for a first password: whoever may hand one out is told so.
	'account.first-links-issued': [send('own-jurisdiction', ({ ids }) => ({ accounts: ids.target }))],
	'account.recovery-requested': [
		send('this-jurisdiction', { intent: 'recover', reason: '忘记密码，本人到场。' }),
	],
	'account.recovery-confirmed': [
		send('this-jurisdiction', ({ ids }) => ({ intent: 'confirm', recoveryId: ids.recovery, sure: 'yes' })),
	],
	'account.recovery-declined': [
		send('this-jurisdiction', ({ ids }) => ({ intent: 'decline', recoveryId: ids.recovery })),
	],
	'account.hold-lifted': [
		send('this-jurisdiction', ({ ids }) => ({
			intent: 'lift',
			recoveryId: ids.recovery,
			sure: 'yes',
			password: PASSWORD,
		})),
	],
	'account.disabled': [send('this-jurisdiction', { intent: 'disable', sure: 'yes' })],
	// Of a day that is past, and of proposals that nobody has made: whoever may do the act is told so.
	'reference.proposed': [
		send('own-jurisdiction', {
			intent: 'numbers',
			'numbers-objection': '5',
			mark: 'verified',
			source: '本区办法。',
			reason: '本区另有规定。',
			from: '2026-11-01',
		}),
		send('own-jurisdiction', { intent: 'check', source: '本区办法。', reason: '核对。', from: '2026-11-01' }),
		send('own-jurisdiction', {
			intent: 'year',
			source: '通知。',
			reason: '公布。',
			from: '2026-11-23',
			rest: '2027-01-01',
			work: '',
		}),
	],
	'reference.confirmed': [
		send('own-jurisdiction', ({ ids }) => ({ intent: 'confirm', proposalId: ids.target, sure: 'yes' })),
	],
	'reference.declined': [
		send('own-jurisdiction', ({ ids }) => ({ intent: 'decline', proposalId: ids.target, reason: '不符。' })),
	],
	'grant.requested': [
		send('own-jurisdiction', ({ ids }) => ({
			intent: 'request',
			personId: ids.target,
			place: ids.housing,
			role: 'department-head',
		})),
	],
	'grant.confirmed': [send('own-jurisdiction', ({ ids }) => ({ intent: 'confirm', postId: ids.target }))],
	'grants.confirmed': [
		send('own-jurisdiction', ({ ids }) => ({ intent: 'confirm-all', posts: ids.target, sure: 'yes' })),
	],
	'grants.declined': [send('own-jurisdiction', ({ ids }) => ({ intent: 'decline-one', postId: ids.target }))],
	'grant.declined': [send('own-jurisdiction', ({ ids }) => ({ intent: 'decline', postId: ids.target }))],
	// Of a post that is not theirs, and of what nobody has asked for: whoever may do the act is told so.
	'delegation.requested': [
		send('own-jurisdiction', ({ ids }) => ({
			intent: 'request',
			substitute: `${ids.target}:${ids.target}`,
			startsOn: '2026-11-25',
			endsOn: '2026-11-26',
			words: '出差。',
		})),
	],
	'delegation.confirmed': [
		send('own-jurisdiction', ({ ids }) => ({ intent: 'confirm', delegationId: ids.target, sure: 'yes' })),
	],
	'delegation.declined': [
		send('own-jurisdiction', ({ ids }) => ({ intent: 'decline', delegationId: ids.target })),
	],
	'delegation.withdrawn': [
		send('own-jurisdiction', ({ ids }) => ({ intent: 'withdraw', delegationId: ids.target, sure: 'yes' })),
	],
	'grant.ended': [
		send('own-jurisdiction', ({ ids }) => ({ intent: 'end', postId: ids.target, sure: 'yes' })),
	],
}
