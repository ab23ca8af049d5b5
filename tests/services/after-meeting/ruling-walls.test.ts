import { expect, test } from 'vitest'
import { matterOf, must } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { isWall, rawWaysTo, refusalOf } from '#tests/support/raw-sql.ts'
import { decidedMatter } from '#tests/support/register-steps.ts'
import { referredMatter, rule } from '#tests/support/ruling-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'

const AT = "'2026-11-23T02:00:00.000+00:00'"

/** A matter that a meeting has decided on, with the item and the text that it discussed. */
async function discussed(shell: TestShell, org: SampleOrganisation, matterId: string) {
	const { agendaItems, clearances, currentVersionId, currentVersion } = await matterOf(shell, org, matterId)
	return {
		matter: matterId,
		item: agendaItems.at(-1)?.id ?? '',
		clearance: clearances.at(-1)?.id ?? '',
		version: currentVersionId ?? '',
		content: currentVersion?.contentSha256 ?? '',
	}
}

/** What waits for its ruling, and what was ruled with each result; a matter that its meeting passed, and one that it refused. */
async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const ruled = async (result: 'revise-and-resubmit' | 'not-passed' | 'passed') => {
		const matterId = await referredMatter(shell, org)
		must(await rule(shell, org, matterId, { result }))
		return discussed(shell, org, matterId)
	}
	return {
		url: shell.url,
		j: org.jurisdictionId,
		awaited: await discussed(shell, org, await referredMatter(shell, org)),
		agreed: await ruled('passed'),
		sentBack: await ruled('revise-and-resubmit'),
		notPassed: await ruled('not-passed'),
		byMeeting: await discussed(shell, org, await decidedMatter(shell, org)),
		refused: await discussed(shell, org, await decidedMatter(shell, org, 'not-passed')),
	}
}

type Ground = Awaited<ReturnType<typeof ground>>
type Discussed = Ground['awaited']

const quoted = (value: string | null) => (value === null ? 'null' : `'${value}'`)

/** A ruling written by hand on what waits for one, unless it says otherwise. */
function ruling(g: Ground, otherwise: Readonly<Record<string, string | null>> = {}): string {
	const row: Record<string, string | null> = {
		item: g.awaited.item,
		matter: g.awaited.matter,
		body: 'party-committee',
		result: 'passed',
		ruledOn: '2026-11-23',
		number: '青发〔2026〕12号',
		words: '同意。',
		...otherwise,
	}
	const { item, matter, body, result, ruledOn, number, words } = row
	const cells = [g.j, item, matter, body, result, ruledOn, number, words].map((value) =>
		quoted(value ?? null),
	)
	return `insert into higher_ruling (jurisdiction_id, agenda_item_id, matter_id, body, result, ruled_on, document_number, words, recorded_by, post_id, recorded_at) values (${cells.join(',')},'x','x',${AT})`
}

function registration(g: Ground, { matter, item, clearance, version, content }: Discussed): string {
	const cells = [g.j, 'by-hand', matter, item, version, content, clearance].map(quoted)
	return `insert into text_registration (jurisdiction_id, id, matter_id, agenda_item_id, version_id, content_sha256, clearance_id, check_id, number, title, issuer, registered_by, post_id, registered_at) values (${cells.join(',')},null,'青登〔2026〕99号','办法','青禾区人民政府','x','x',${AT})`
}

function conclusion(g: Ground, { matter, item, version, content }: Discussed): string {
	const cells = [g.j, matter, item, version, content].map(quoted)
	return `insert into matter_conclusion (jurisdiction_id, matter_id, agenda_item_id, version_id, content_sha256, concluded_on, words, concluded_by, post_id, concluded_at) values (${cells.join(',')},'2026-11-23','已签订。','x','x',${AT})`
}

const ATTACKS: Readonly<Record<string, (g: Ground) => string>> = {
	'H13 register what was referred and not ruled on': (g) => registration(g, g.awaited),
	'H13 register what was sent back from above': (g) => registration(g, g.sentBack),
	'H13 register what was not passed above': (g) => registration(g, g.notPassed),
	'H13 register what the meeting did not pass': (g) => registration(g, g.refused),
	'H13 register another text under a ruling that passed its own': (g) =>
		registration(g, { ...g.agreed, version: g.awaited.version, content: g.awaited.content }),
	'H13 register on another clearance than the meeting had': (g) =>
		registration(g, { ...g.agreed, clearance: g.awaited.clearance }),
	'H13 conclude what was referred and not ruled on': (g) => conclusion(g, g.awaited),
	'H13 conclude what was sent back from above': (g) => conclusion(g, g.sentBack),
	'H13 conclude what was not passed above': (g) => conclusion(g, g.notPassed),
	'rule on what the meeting passed itself': (g) =>
		ruling(g, { item: g.byMeeting.item, matter: g.byMeeting.matter }),
	'rule on what the meeting did not pass': (g) =>
		ruling(g, { item: g.refused.item, matter: g.refused.matter }),
	'rule on an item that is none': (g) => ruling(g, { item: 'none' }),
	'rule on it in the name of another matter': (g) => ruling(g, { matter: g.agreed.matter }),
	'rule again on what was not passed': (g) =>
		ruling(g, { item: g.notPassed.item, matter: g.notPassed.matter }),
	'rule in the name of a body that decides nothing here': (g) => ruling(g, { body: 'neighbour' }),
	'rule that it is passed in principle': (g) => ruling(g, { result: 'passed-in-principle' }),
	'rule before the meeting': (g) => ruling(g, { ruledOn: '2026-11-22' }),
	'change what was ruled': () => "update higher_ruling set result = 'passed'",
	'forget what was ruled': () => 'delete from higher_ruling',
}

/** What a CHECK keeps; where somebody switches checks off, only the domain does. */
const CHECKED: typeof ATTACKS = {
	'rule without words': (g) => ruling(g, { words: ' ' }),
	'rule under a number that is blank': (g) => ruling(g, { number: '' }),
}

/** SQLite's own way round a key that is there. */
const SQLITE_ATTACKS: typeof ATTACKS = {
	'replace what was ruled': (g) =>
		ruling(g, { item: g.notPassed.item, matter: g.notPassed.matter }).replace('insert', 'insert or replace'),
}

/** What the same statements may do, or they would prove nothing. */
const TAKEN: typeof ATTACKS = {
	'rule on what waits for it': (g) => ruling(g, { number: null }),
	'register what was passed above': (g) => registration(g, g.agreed),
	'register what the meeting passed': (g) => registration(g, g.byMeeting),
	'conclude what was passed above': (g) => conclusion(g, g.agreed),
}

test('no statement bends a ruling, nor brings what was referred past it, by any way to the database', async () => {
	const g = await ground()
	const [plain] = rawWaysTo(g.url)
	if (!plain) throw new Error('no way to the database')
	for (const [name, statement] of Object.entries(TAKEN))
		expect(await refusalOf(g.url, plain, { sql: statement(g) }), name).toBeNull()
	const broken: string[] = []
	const tryAll = async (attacks: typeof ATTACKS, ways: ReturnType<typeof rawWaysTo>) => {
		for (const [name, attack] of Object.entries(attacks))
			for (const way of ways) {
				const refusal = await refusalOf(g.url, way, { sql: attack(g) })
				if (refusal === null || !isWall(refusal)) broken.push(`${name} (${way}): ${refusal ?? 'taken'}`)
			}
	}
	await tryAll(ATTACKS, rawWaysTo(g.url))
	await tryAll(
		CHECKED,
		rawWaysTo(g.url).filter((way) => way !== 'library, checks off'),
	)
	if (g.url.startsWith('file:')) await tryAll(SQLITE_ATTACKS, rawWaysTo(g.url))
	expect(broken).toEqual([])
})
