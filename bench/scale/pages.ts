/** What people read, as the services read it: each under the name by which a report names it. */
import { readMatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { readMatters } from '#app/services/matter/read-matters.server.ts'
import { countOwnTasks, countWork } from '#app/services/worklist/count-work.server.ts'
import { readWaitingList, readWorklist } from '#app/services/worklist/read-worklist.server.ts'
import { readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { readMeetings } from '#app/services/meeting/read-meetings.server.ts'
import { readPeople } from '#app/services/organisation/read-people.server.ts'
import { readRedlinePage } from '#app/services/redline/read-redline-page.server.ts'
import { readRegister } from '#app/services/register/read-register.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { readMatterTrail } from '#app/services/trail/read-matter-trail.server.ts'
import { readDoneList, readMeetingTasks, readNotices } from '#app/services/worklist/read-own-record.server.ts'
import { type TrailQuery, exportTrail, searchTrail } from '#app/services/trail/search-trail.server.ts'
import { type MatterOrder, MATTER_SORTS } from '#app/domain/matter/matter-order.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'

/** A page, and who reads it. */
export type PageOfScale = {
	readonly name: string
	readonly role: Role
	readonly read: (shell: Shell, actor: Actor) => Promise<unknown>
}

const WORKERS: readonly Role[] = [
	'drafter',
	'department-head',
	'registrar',
	'review-lead',
	'reviewer',
	'checker',
	'signing-officer',
	'counsel',
	'secretary',
	'leader',
	'supervisor',
]

const EVERYTHING = { state: null, track: null, organId: null, words: '' }
const TRAIL: TrailQuery = { place: null, kind: null, person: '', from: null, to: null, onlyRefused: false }

/** The page that one opens in the morning: tasks, notices, meetings, and the figures beside the tabs. */
async function openWork(shell: Shell, actor: Actor): Promise<unknown> {
	const list = await readWorklist(shell, actor, null)
	await readNotices(shell, actor)
	const meetings = (await readMeetingTasks(shell, actor)).length
	await countOwnTasks(shell, actor)
	return countWork(shell, actor, { list, besides: meetings })
}

function search(name: string, query: Partial<TrailQuery>): PageOfScale {
	const read = (shell: Shell, actor: Actor) => searchTrail(shell, actor, { ...TRAIL, ...query }, null)
	return { name: `search of the trail, ${name}`, role: 'audit-administrator', read }
}

/** A page of a list in an order, and the one behind it. */
async function secondPage(shell: Shell, actor: Actor, order: MatterOrder): Promise<unknown> {
	const first = await readMatters(shell, actor, EVERYTHING, null, { order })
	return readMatters(shell, actor, EVERYTHING, first.next, { order })
}

/** The newest matter in a state, which everybody who reads it may see. */
async function matterIn(shell: Shell, { jurisdictionId, posts }: Actor, state: string): Promise<string> {
	const organId = posts[0]?.organId ?? ''
	const where = { jurisdictionId, state, OR: [{ organId }, { reviewOrganId: organId }] }
	return (await shell.db.matter.findFirstOrThrow({ where, orderBy: { id: 'desc' } })).id
}

export const PAGES_OF_SCALE: readonly PageOfScale[] = [
	...WORKERS.map((role): PageOfScale => ({ name: `work of a ${role}`, role, read: openWork })),
	...WORKERS.map((role): PageOfScale => ({
		name: `what a ${role} waits for`,
		role,
		read: (shell, actor) => readWaitingList(shell, actor, null),
	})),
	...WORKERS.map((role): PageOfScale => ({
		name: `matters of a ${role}`,
		role,
		read: (shell, actor) => readMatters(shell, actor, EVERYTHING, null),
	})),
	...MATTER_SORTS.flatMap((sort) =>
		(['drafter', 'review-lead', 'reviewer', 'counsel', 'secretary', 'supervisor'] as const).map(
			(role): PageOfScale => ({
				name: `matters of a ${role} by ${sort}`,
				role,
				read: (shell, actor) => secondPage(shell, actor, { sort, isDescending: false }),
			}),
		),
	),
	{
		name: 'matters in a rare state',
		role: 'supervisor',
		read: (shell, actor) => readMatters(shell, actor, { ...EVERYTHING, state: 'not-passed' }, null),
	},
	{
		name: 'matters in a common state',
		role: 'supervisor',
		read: (shell, actor) => readMatters(shell, actor, { ...EVERYTHING, state: 'published' }, null),
	},
	{
		name: 'matters of a rare track',
		role: 'supervisor',
		read: (shell, actor) => readMatters(shell, actor, { ...EVERYTHING, track: 'government-contract' }, null),
	},
	{ name: 'what was done', role: 'reviewer', read: (shell, actor) => readDoneList(shell, actor, null) },
	{
		name: 'matter page',
		role: 'reviewer',
		read: async (shell, actor) => readMatterPage(shell, actor, await matterIn(shell, actor, 'reviewing')),
	},
	{
		name: 'trail of a matter',
		role: 'reviewer',
		read: async (shell, actor) =>
			readMatterTrail(shell, actor, await matterIn(shell, actor, 'cleared'), {
				filter: 'all',
				before: null,
			}),
	},
	{
		name: 'redline page',
		role: 'reviewer',
		read: async (shell, actor) =>
			readRedlinePage(shell, actor, await matterIn(shell, actor, 'recheck'), {
				from: null,
				to: null,
				other: null,
				find: null,
				choice: {} as never,
				correct: null,
			}),
	},
	{ name: 'meetings', role: 'secretary', read: (shell, actor) => readMeetings(shell, actor, null) },
	{
		name: 'meeting page',
		role: 'secretary',
		read: async (shell, actor) => {
			const where = { jurisdictionId: actor.jurisdictionId, state: 'preparing' }
			const meeting = await shell.db.meeting.findFirst({ where })
			return readMeetingPage(shell, actor, meeting?.id ?? '')
		},
	},
	{
		name: 'register',
		role: 'drafter',
		read: (shell, actor) => readRegister(shell, actor, { words: '', standing: 'in-force' }, null),
	},
	{
		name: 'people',
		role: 'system-administrator',
		read: (shell, actor) => readPeople(shell, actor, { search: '', organId: null, after: null }),
	},
	search('everything', {}),
	search('refused', { onlyRefused: true }),
	search('of a kind', { kind: 'clearance.issued' }),
	search('of sign-ins', { place: 'sign-ins' }),
	search('of a person', { person: 'R001' }),
	search('of some days', { from: '2026-01-01', to: '2026-03-31' }),
	{
		name: 'export of the trail',
		role: 'audit-administrator',
		read: async (shell, actor) => {
			const answer = await exportTrail(shell, actor, TRAIL)
			if (answer.ok) for await (const piece of answer.value) void piece
		},
	},
]
