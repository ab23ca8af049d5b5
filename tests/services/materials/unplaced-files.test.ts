import { expect, test } from 'vitest'
import { readMatterFile } from '#app/services/files/read-matter-file.server.ts'
import { addMaterials } from '#app/services/materials/add-materials.server.ts'
import { readMaterialsPage } from '#app/services/materials/read-materials-page.server.ts'
import { settleUnplaced } from '#app/services/materials/unplaced-files.server.ts'
import { must, openedMatter, orderOn, textFile } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

const SCAN = textFile('某次会议的扫描件。', '扫描件20261101.txt')
const NOTE = textFile('起草说明的正文。', '起草说明.txt')

async function desk() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await openedMatter(shell, org)
	const { drafter } = org.actors
	const page = async (actor = drafter) => must(await readMaterialsPage(shell, actor, matterId))
	const standing = async (code: string) =>
		(await page()).checklist.find((row) => row.code === code)?.standing?.name ?? null
	return { shell, org, drafter, matterId, page, standing, order: () => orderOn(shell, matterId) }
}

test('a file whose item nobody has said is kept, and counts for nothing', async () => {
	const { shell, drafter, page, standing, order } = await desk()
	const before = await page()
	const given = [{ item: 'drafting-note', kind: 'file', file: NOTE }] as const
	must(await addMaterials(shell, drafter, order(), given, [SCAN]))
	const { unplaced, missing } = await page()
	expect(unplaced.map(({ name }) => name)).toEqual(['扫描件20261101.txt'])
	expect(await shell.blobs.read(unplaced[0]?.sha256 ?? '')).toEqual(Buffer.from(SCAN.bytes))
	expect(await standing('drafting-note')).toBe('起草说明.txt')
	expect(missing).toBe(before.missing - 1)
	expect(await shell.db.material.count()).toBe(1)
})

test('a kept file becomes the paper of the item that is picked for it, once', async () => {
	const { shell, drafter, matterId, page, standing, order } = await desk()
	must(await addMaterials(shell, drafter, order(), [], [SCAN, NOTE]))
	const id = (await page()).unplaced[0]?.id ?? ''
	expect(await settleUnplaced(shell, drafter, order(), { id, item: 'no-such-item' })).toMatchObject({
		reason: { code: 'unfitting', field: 'to', problem: 'unknown' },
	})
	must(await settleUnplaced(shell, drafter, order(), { id, item: 'legal-bases' }))
	expect(await standing('legal-bases')).toBe('扫描件20261101.txt')
	expect((await page()).unplaced.map(({ name }) => name)).toEqual(['起草说明.txt'])
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'matter.edited',
		detail: { materials: [{ item: 'legal-bases', kind: 'file' }] },
	})
	expect(await settleUnplaced(shell, drafter, order(), { id, item: 'drafting-note' })).toMatchObject({
		reason: { code: 'unfitting', field: 'unplacedId', problem: 'unknown' },
	})
})

test('a kept file can be removed; its bytes stay in the store, the trail says that it was', async () => {
	const { shell, drafter, matterId, page, order } = await desk()
	must(await addMaterials(shell, drafter, order(), [], [SCAN]))
	const [file] = (await page()).unplaced
	must(await settleUnplaced(shell, drafter, order(), { id: file?.id ?? '', item: null }))
	expect((await page()).unplaced).toEqual([])
	expect(await shell.blobs.read(file?.sha256 ?? '')).toEqual(Buffer.from(SCAN.bytes))
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		detail: { materials: [{ item: 'unplaced', kind: 'removed' }] },
	})
})

test('only who may place a file sees and reads it; nobody else places it', async () => {
	const { shell, org, drafter, matterId, page, order } = await desk()
	must(await addMaterials(shell, drafter, order(), [], [SCAN]))
	const [file] = (await page()).unplaced
	const asked = { sha256: file?.sha256 ?? '', name: null }
	expect(must(await readMatterFile(shell, drafter, matterId, asked)).name).toBe('扫描件20261101.txt')
	expect((await page(org.actors.head)).unplaced).toEqual([])
	expect(await readMatterFile(shell, org.actors.head, matterId, asked)).toMatchObject({ ok: false })
	const choice = { id: file?.id ?? '', item: 'legal-bases' }
	expect(await settleUnplaced(shell, org.actors.head, order(), choice)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
})

test('a marked file among them is refused with all others, and the security administrator is told', async () => {
	const { shell, org, drafter, matterId, page, order } = await desk()
	const marked = { ...SCAN, name: '机密-照片.txt' }
	expect(await addMaterials(shell, drafter, order(), [], [SCAN, marked])).toMatchObject({
		reason: { code: 'classified' },
	})
	expect((await page()).unplaced).toEqual([])
	expect(await noticesOf(shell, org.actors.securityAdministrator)).toEqual(['file.classified'])
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({ outcome: 'refused' })
})
