import { expect, test } from 'vitest'
import type { MeetingRecord } from '#app/domain/meeting/meeting-record.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { readMatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { readPacket } from '#app/services/packet/read-packet.server.ts'
import { fixAgenda } from '#app/services/meeting/fix-agenda.server.ts'
import { saveOpinion } from '#app/services/opinion/save-opinion.server.ts'
import { sendOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { actorByLogin } from '#seeds/demo/found-district.ts'
import { loadDemoOnce } from '#seeds/demo/load-demo.ts'
import { loadReferenceSeeds } from '#seeds/reference/load-reference.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { openTestShell, type TestShell } from '#tests/support/open-test-shell.ts'
import { tearDownWalls } from '#tests/support/raw-sql.ts'
import { under } from '#tests/support/under-attack.ts'

const PATIENCE = { timeout: 600_000 }

/** A demo whose walls are torn down: what an attack writes is there for the product, until it is put back. */
async function demo() {
	const shell = await openTestShell()
	await loadReferenceSeeds(shell.db)
	await loadDemoOnce(shell)
	await tearDownWalls(shell.url)
	const titled = async (words: string) =>
		(await shell.db.matter.findFirstOrThrow({ where: { title: { contains: words } } })).id
	const meeting = await shell.db.meeting.findFirstOrThrow({ where: { state: 'preparing' } })
	return {
		shell,
		secretary: await actorByLogin(shell, 'sunyue'),
		meetingId: meeting.id,
		centre: await titled('便民服务中心'),
		farmers: await titled('高素质农民'),
		bikes: await titled('电动自行车'),
	}
}

type Demo = Awaited<ReturnType<typeof demo>>

/** What agenda page and packet say of the items; both say the same. */
async function agendaOf({ shell, secretary, meetingId }: Demo) {
	const page = must(await readMeetingPage(shell, secretary, meetingId))
	const packet = must(await readPacket(shell, secretary, meetingId))
	expect(packet.agenda).toEqual(page.agenda)
	expect(packet.isAltered).toBe(page.isAltered)
	const problems = Object.fromEntries(
		page.agenda.map(({ matterId, agendaItemId, problem }) => [matterId ?? agendaItemId, problem]),
	)
	for (const { agendaItemId, problem, clearance } of page.agenda)
		if (problem !== null) {
			expect(clearance).toBeNull()
			expect(packet.items.map((item) => item.agendaItemId)).not.toContain(agendaItemId)
		}
	return { problems, isAltered: page.isAltered, printed: packet.items.map(({ matterId }) => matterId) }
}

const OF_LISTED: readonly string[] = [
	'T01 the title of a listed item',
	'T22 title and drafter of a cleared matter',
	'T36 the words of a signed opinion',
	'the file of a version',
	'T26 deadlines moved',
	'T27 former reviewers forgotten',
]

test(
	'what stands on an agenda and was changed past the product is named, and neither shown as cleared nor printed',
	PATIENCE,
	async () => {
		const place = await demo()
		const { shell, centre } = place
		const whole = await agendaOf(place)
		expect(whole).toMatchObject({ isAltered: false, printed: expect.arrayContaining([centre]) })
		expect(whole.problems[centre]).toBeNull()
		const found: Record<string, unknown> = {}
		for (const name of OF_LISTED)
			found[name] = (await under(shell, name, () => agendaOf(place))).problems[centre]
		const wanted = Object.fromEntries(OF_LISTED.map((name) => [name, 'record-altered']))
		expect(found).toEqual({ ...wanted, 'the file of a version': 'files-differ' })
		expect((await agendaOf(place)).problems[centre]).toBeNull()
		for (const name of [
			'T32 an urgent approval in a leader’s name',
			'T34 title and time of the coming meeting',
		]) {
			const { isAltered, printed, problems } = await under(shell, name, () => agendaOf(place))
			expect([name, isAltered, printed]).toEqual([name, true, []])
			expect(new Set(Object.values(problems))).not.toContain(null)
		}
		const slot = await under(shell, 'T02 a slot that nobody listed', () => agendaOf(place))
		expect(slot.problems['zz']).toBe('record-altered')
		expect(slot.problems[centre]).toBeNull()
		const expiry = await under(shell, 'T40 the expiry of a clearance', () => agendaOf(place))
		expect(expiry.problems[centre]).toBe('clearance-not-genuine')
		const blocked = await under(shell, 'T03 a blocked item set to listed', () => agendaOf(place))
		expect(blocked.problems[place.bikes] ?? 'not-effective').toBe('not-effective')
		const paper = await under(shell, 'a sealed paper changed', async () =>
			must(await readPacket(shell, place.secretary, place.meetingId)).items.flatMap(({ papers }) =>
				papers.map(({ title }) => title),
			),
		)
		expect(paper).not.toContain('另一文件')
	},
)

const OF_REVIEWED: Readonly<Record<string, string>> = {
	'T23 an uncleared matter set to cleared': 'altered-matter',
	'T24 the reviewer exchanged': 'altered-matter',
	'T25 the tracks of a matter gone': 'altered-matter',
	'T26 deadlines moved': 'altered-periods',
	'T27 former reviewers forgotten': 'altered-hands',
	'T28 an opinion changed before it is signed': 'altered-opinion',
	'T29 another version made the current one': 'altered-matter',
	'T30 a material in a drafter’s name': 'altered-materials',
	'T31 a re-check signed in another’s name': 'altered-recheck',
	'T37 words shown that the file does not hold': 'altered-text',
}

test(
	'the gate of a matter whose record was changed past the product is shut, and says which part of it',
	PATIENCE,
	async () => {
		const { shell, farmers } = await demo()
		const reader = await actorByLogin(shell, 'zhoumy')
		const gate = async () => {
			const { rules } = must(await readMatterPage(shell, reader, farmers))
			return rules.flatMap(({ id, fact }) => (id === 'H17' ? [fact] : []))
		}
		expect(await gate()).toEqual([])
		const found: Record<string, unknown> = {}
		for (const name of Object.keys(OF_REVIEWED)) found[name] = await under(shell, name, gate)
		expect(found).toEqual(
			Object.fromEntries(Object.entries(OF_REVIEWED).map(([name, fact]) => [name, [fact]])),
		)
	},
)

/** The refusal of an act, as it was answered and as it was kept. */
async function keptRefusal(shell: TestShell, key: string, answer: Result<unknown, Refusal>) {
	const receipt = await shell.db.commandReceipt.findFirstOrThrow({ where: { key } })
	expect(JSON.parse(receipt.answer)).toEqual(answer)
	return answer.ok ? 'done' : answer.reason
}

test(
	'no act takes over what was changed past the product: it is refused in words, and the refusal is kept',
	PATIENCE,
	async () => {
		const place = await demo()
		const { shell } = place
		const draft = await shell.db.opinionDraft.findFirstOrThrow({ where: { frozenSha256: null } })
		const matterId = draft.matterId
		const { reviewerId } = await shell.db.matter.findFirstOrThrow({ where: { id: matterId } })
		const { loginName } = await shell.db.account.findFirstOrThrow({ where: { personId: reviewerId ?? '' } })
		const reviewer = await actorByLogin(shell, loginName)
		const acts = {
			save: (key: string) =>
				saveOpinion(
					shell,
					reviewer,
					{ matterId, key, seen: null },
					{ part: 'conclusion', conclusion: 'lawful', summary: '合法。' },
				),
			send: (key: string) => sendOpinion(shell, reviewer, { matterId, key, seen: null }),
		}
		const tried = async (attack: string, act: keyof typeof acts) => {
			const key = shell.newId()
			return under(shell, attack, async () => keptRefusal(shell, key, await acts[act](key)))
		}
		const altered = (...parts: string[]) => ({ code: 'record-altered', about: 'matter', parts })
		expect(await tried('T28 an opinion changed before it is signed', 'save')).toEqual(altered('opinion'))
		expect(await tried('T28 an opinion changed before it is signed', 'send')).toEqual(altered('opinion'))
		expect(await tried('T26 deadlines moved', 'save')).toEqual(altered('periods'))
		expect(await tried('T27 former reviewers forgotten', 'send')).toEqual(altered('hands'))
	},
)

test('no act of a meeting rests on what was changed past the product', PATIENCE, async () => {
	const place = await demo()
	const { shell, secretary, meetingId } = place
	const meeting: Pick<MeetingRecord, 'revision'> = await shell.db.meeting.findFirstOrThrow({
		where: { id: meetingId },
	})
	for (const name of ['T34 title and time of the coming meeting', 'T02 a slot that nobody listed']) {
		const key = shell.newId()
		const answer = await under(shell, name, async () => {
			const order = { meetingId, key, seen: meeting.revision }
			return keptRefusal(shell, key, await fixAgenda(shell, secretary, order))
		})
		expect(answer).toMatchObject({ code: 'record-altered', about: 'meeting' })
	}
})
