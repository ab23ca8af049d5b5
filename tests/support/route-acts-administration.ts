import { type RouteEntry, ask } from './route-ask.ts'

/** A name that no organ, unit or person has: whoever may add one is refused for it. */
const NOT_PLAIN = '农\u200b业'

/** Who may ask the routes of the three administrators. */
export const ADMINISTRATION_ACTS: Readonly<Record<string, RouteEntry>> = {
	'audit._index': {
		kind: 'act',
		get: ask('own-jurisdiction', 'trail.read'),
		post: [ask('own-jurisdiction', 'audit.verified')],
	},
	'audit.export': { kind: 'act', get: ask('own-jurisdiction', 'trail.read'), post: [] },
	'admin.import': {
		kind: 'act',
		get: ask('own-jurisdiction', 'organisation.imported'),
		post: [
			ask('own-jurisdiction', 'organisation.imported', { intent: 'preview' }),
			ask('own-jurisdiction', 'organisation.imported', { intent: 'confirm', table: '[["?"]]' }),
		],
	},
	'admin.people._index': {
		kind: 'act',
		get: ask('own-jurisdiction', 'account.read'),
		post: [ask('own-jurisdiction', 'account.created', { name: NOT_PLAIN, staffCode: 'x', loginName: 'x' })],
	},
	'admin.people.$personId': {
		kind: 'act',
		params: ({ ids }) => ({ personId: ids.target }),
		get: ask('this-jurisdiction', 'account.read'),
		post: [
			ask('this-jurisdiction', 'account.link-issued', { intent: 'link' }),
			ask('this-jurisdiction', 'account.disabled', { intent: 'disable', sure: 'yes' }),
		],
	},
	'admin.people.organs': {
		kind: 'act',
		get: ask('own-jurisdiction', 'account.read'),
		post: [
			ask('own-jurisdiction', 'organisation.edited', {
				intent: 'organ',
				name: NOT_PLAIN,
				shortName: '农',
				kind: 'department',
			}),
			ask('own-jurisdiction', 'organisation.edited', ({ ids }) => ({
				intent: 'unit',
				organId: ids.target,
				name: NOT_PLAIN,
				kind: 'ordinary',
			})),
		],
	},
	'admin.grants': {
		kind: 'act',
		get: ask('own-jurisdiction', 'account.read'),
		post: [
			ask('own-jurisdiction', 'grant.requested', ({ ids }) => ({
				intent: 'request',
				personId: ids.target,
				place: ids.housing,
				role: 'department-head',
			})),
			ask('own-jurisdiction', 'grant.confirmed', ({ ids }) => ({ intent: 'confirm', postId: ids.target })),
			ask('own-jurisdiction', 'grant.declined', ({ ids }) => ({ intent: 'decline', postId: ids.target })),
			ask('own-jurisdiction', 'grant.ended', ({ ids }) => ({
				intent: 'end',
				postId: ids.target,
				sure: 'yes',
			})),
		],
	},
}
