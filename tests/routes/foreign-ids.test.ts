import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { TestShell } from '#tests/support/open-test-shell.ts'
import { type TestBrowser, answerOf, signInAs } from '#tests/support/open-test-web.ts'
import { PASSWORD, signedMatter } from '#tests/support/review-steps.ts'
import { routeModule } from '#tests/support/route-modules.ts'
import { openWorld } from '#tests/support/open-world.ts'
import type { RouteWorld } from '#tests/support/route-world.ts'
import { matterOf } from '#tests/support/drafting-steps.ts'

/** Somebody asks on their own ground, with an id of somewhere else at its end. */
type Asking = {
	readonly who: Actor
	readonly route: string
	readonly params?: Readonly<Record<string, string>>
	/** The id that is not theirs to use here. */
	readonly foreign: string
	/** How the id is brought: as a field of a form, beside others, or in the address. */
	readonly field?: string
	readonly fields?: Readonly<Record<string, string>>
	readonly param?: string
}

/** What belongs elsewhere: to another matter, another meeting, another jurisdiction. */
async function elsewhere(shell: TestShell, { org, actors, matters, ids }: RouteWorld) {
	const nextDoor = actors['drafter next door'] as Actor
	const other = await matterOf(shell, org, await signedMatter(shell, org, 'amend'))
	const file = await shell.db.versionFile.findFirstOrThrow({
		where: { version: { matterId: matters.changed, versionNo: 2 } },
	})
	const account = await shell.db.account.findFirstOrThrow({ where: { personId: nextDoor.personId } })
	return {
		person: nextDoor.personId,
		account: account.id,
		reviewer: (actors['reviewer next door'] as Actor).personId,
		post: nextDoor.posts[0]?.id ?? '',
		organ: nextDoor.posts[0]?.organId ?? '',
		unit: nextDoor.posts[0]?.unitId ?? '',
		opinion: ids.opinion,
		opinionItem: other.opinions[0]?.items[0]?.id ?? '',
		counselOpinion: ids.counselOpinion,
		file: file.sha256,
	}
}

function askings(world: RouteWorld, there: Awaited<ReturnType<typeof elsewhere>>): Asking[] {
	const { ids, matters, meetings } = world
	const { actors } = world.org
	const agenda = {
		who: actors.secretary,
		route: 'meetings.$meetingId._index',
		params: { meetingId: meetings.planned },
	}
	const grants = { who: actors.securityAdministrator, route: 'admin.grants' }
	const organs = { who: actors.systemAdministrator, route: 'admin.people.organs' }
	const person = { who: actors.systemAdministrator, route: 'admin.people.$personId', param: 'personId' }
	const item = (intent: string, more = {}) => ({
		...agenda,
		foreign: ids.heldItem,
		field: 'item',
		fields: { intent, ...more },
	})
	return [
		// Listing is not here: the secretary of both meetings is told that the item stands before the other one.
		item('move-up'),
		item('move-down'),
		item('drop-slot'),
		item('delist', { reason: '推迟讨论。' }),
		{
			...item('approve-urgent', { reason: '汛期紧急。', password: PASSWORD }),
			who: actors.leader,
		},
		{
			who: actors.secretary,
			route: 'meetings.$meetingId.outcomes',
			params: { meetingId: meetings.held },
			foreign: ids.listedItem,
			field: 'item',
			fields: { intent: 'record-outcome', outcome: 'adopted', decisionText: '议定如上。' },
		},
		{
			who: actors.drafter,
			route: 'matters.$matterId.replies',
			params: { matterId: matters.amended },
			foreign: there.opinionItem,
			field: 'opinionItemId',
			fields: { intent: 'reply', position: '1', 'answer-1': 'adopted', 'text-1': '已修改。' },
		},
		{
			who: actors.signer,
			route: 'matters.$matterId.hold',
			params: { matterId: matters.reviewing },
			foreign: there.counselOpinion,
			field: 'counselOpinionId',
			fields: { text: '予以保留。' },
		},
		{
			who: actors.lead,
			route: 'matters.$matterId.assign',
			params: { matterId: matters.accepted },
			foreign: there.reviewer,
			field: 'personId',
			fields: { intent: 'reviewer' },
		},
		{
			who: actors.supervisor,
			route: 'matters.$matterId.opinions.$opinionId.paper',
			params: { matterId: matters.reviewing },
			foreign: there.opinion,
			param: 'opinionId',
		},
		{
			who: actors.supervisor,
			route: 'matters.$matterId.files.$sha256',
			params: { matterId: matters.reviewing },
			foreign: there.file,
			param: 'sha256',
		},
		{
			...grants,
			foreign: there.person,
			field: 'personId',
			fields: { intent: 'request', place: `${ids.housing}:`, role: 'department-head' },
		},
		{
			...grants,
			foreign: there.organ,
			field: 'place',
			fields: { intent: 'request', personId: ids.target, role: 'leader' },
		},
		{ ...grants, foreign: there.post, field: 'postId', fields: { intent: 'end', sure: 'yes' } },
		{
			...grants,
			who: actors.systemAdministrator,
			foreign: there.post,
			field: 'postId',
			fields: { intent: 'confirm' },
		},
		{
			...organs,
			foreign: there.organ,
			field: 'organId',
			fields: { intent: 'unit', name: '综合科', kind: 'ordinary' },
		},
		{ ...person, foreign: there.person },
		{ ...person, foreign: there.person, fields: { intent: 'link' } },
		{ ...person, foreign: there.person, fields: { intent: 'disable', sure: 'yes' } },
	]
}

test('an id of somewhere else is answered like one that nobody has, and nothing is done with it', async () => {
	const { shell, world } = await openWorld()
	const there = await elsewhere(shell, world)
	const wrong: string[] = []
	for (const asking of askings(world, there)) {
		const browser = await signInAs(shell, asking.who)
		const none = asking.param === 'sha256' ? 'f'.repeat(64) : shell.newId()
		const before = await doings(shell)
		const foreign = await ask(browser, asking, asking.foreign)
		if (foreign !== (await ask(browser, asking, none)) || (await doings(shell)) !== before)
			wrong.push(`${asking.route} ${asking.fields?.['intent'] ?? ''}: ${foreign}`)
		if (asking.param && !foreign.startsWith('404')) wrong.push(`${asking.route}: ${foreign}, not 404`)
	}
	expect(wrong).toEqual([])
})

/** Asks with an id, and gives the whole answer as far as it tells anything: status, way and refusal. */
async function ask(browser: TestBrowser, { route, params = {}, field, fields, param }: Asking, id: string) {
	const { loader, action } = await routeModule(route)
	const at = { ...params, ...(param ? { [param]: id } : {}) }
	const form = { ...fields, ...(field ? { [field]: id } : {}) }
	const path = `/${route}`
	const answer = await answerOf(async () =>
		fields ? action?.(browser.post(path, at, form)) : loader?.(browser.get(path, at)),
	)
	const { refusal } = (answer.value ?? {}) as { refusal?: unknown }
	const words = JSON.stringify(refusal ?? null)
	expect(`${answer.status} ${words}`, `${route} ${JSON.stringify(form)}`).toMatch(/^4/)
	return `${answer.status} ${answer.location} ${words}`
}

async function doings(shell: TestShell): Promise<string> {
	const entries = await shell.db.auditEntry.count({ where: { outcome: 'done' } })
	const posts = await shell.db.post.count({ where: { state: 'active' } })
	const units = await shell.db.unit.count()
	const links = await shell.db.oneTimeLink.count()
	return [entries, posts, units, links].join(' ')
}
