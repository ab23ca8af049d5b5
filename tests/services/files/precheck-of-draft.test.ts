import { expect, test } from 'vitest'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { precheckOf } from '#app/services/files/precheck-of-draft.server.ts'
import { readAsStored } from '#app/services/files/read-as-stored.server.ts'
import { loadReferenceSeeds } from '#seeds/reference/load-reference.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'

const JURISDICTION = 'j'
const TEXT = [
	'第一条 为了规范集市，依照《中华人民共和国大气污染防治法》，制定本办法。',
	'第二条 设摊的，应当经街道办事处批准后方可经营。',
	'第三条 本办法自2027年3月1日起施行，有效期三年。',
].join('\n')

async function openWithDraft() {
	const shell = await openTestShell()
	await loadReferenceSeeds(shell.db)
	const bytes = new TextEncoder().encode(TEXT)
	await shell.blobs.put(bytes)
	const file = { sha256: sha256Hex(bytes), name: 'pasted.txt' }
	const { sha256: readAs } = await readAsStored(shell, JURISDICTION, file)
	// The rules count from the day of their edition on.
	shell.setNow(new Date('2026-11-30T01:30:00.000Z'))
	return { shell, draft: { file, readAs } }
}

test('the hits of a draft are shown with their place, their ground and the edition of the rules', async () => {
	const { shell, draft } = await openWithDraft()
	const { hits, left, edition, lawsUntil } = await precheckOf(shell, JURISDICTION, draft)
	expect(hits?.map(({ rule, place }) => [rule, place])).toEqual([
		['D3a', '第一条'],
		['A1', '第二条'],
	])
	expect(hits?.[1]?.says.ground).toContain('行政许可法')
	expect({ left, edition, lawsUntil }).toEqual({ left: 0, edition: '2026-11-29', lawsUntil: '2026-08-15' })
})

test('they are kept for the reading and the rules, and made no second time', async () => {
	const { shell, draft } = await openWithDraft()
	const first = await precheckOf(shell, JURISDICTION, draft)
	let made = 0
	const watched = {
		...shell,
		reader: {
			...shell.reader,
			precheck: (asked: Parameters<typeof shell.reader.precheck>[0]) => {
				made += 1
				return shell.reader.precheck(asked)
			},
		},
	}
	expect(await precheckOf(watched, JURISDICTION, draft)).toEqual(first)
	expect(made).toBe(0)
	const rows = await shell.db.textPrecheck.findMany({ select: { readAsSha256: true, rulesVersion: true } })
	expect(rows).toEqual([{ readAsSha256: draft.readAs, rulesVersion: '2026-11-29/2026-08-15' }])
})

test('a kept one that the rules do not say is not shown', async () => {
	const { shell, draft } = await openWithDraft()
	await shell.db.textPrecheck.create({
		data: {
			jurisdictionId: JURISDICTION,
			readAsSha256: draft.readAs,
			rulesVersion: '2026-11-29/2026-08-15',
			hits: '{"hits":[],"left":0}',
			madeAt: shell.now(),
		},
	})
	const { hits } = await precheckOf(shell, JURISDICTION, draft)
	expect(hits?.map(({ rule }) => rule)).toEqual(['D3a', 'A1'])
})

test('a text that costs more than it may has no hits, and that is not said to be none', async () => {
	const { shell, draft } = await openWithDraft()
	const costly = { ...shell, reader: { ...shell.reader, precheck: async () => null } }
	expect((await precheckOf(costly, JURISDICTION, draft)).hits).toBeNull()
})
