import { expect, test } from 'vitest'
import { compareVersions } from '#app/services/redline/compare-versions.server.ts'
import { uploadVersion } from '#app/services/drafting/upload-version.server.ts'
import { buildDocx, p, r } from '#tests/support/docx-builder.ts'
import { must, openedMatter, orderOn } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const row = (...cells: string[]) =>
	`<w:tr>${cells.map((cell) => `<w:tc>${p(r(cell))}</w:tc>`).join('')}</w:tr>`
const draft = (after: string) =>
	buildDocx({
		body: [
			p(r('某办法')),
			p(r('第一条　罚款标准如下：')),
			`<w:tbl>${row('情节', '罚款')}${row('严重', '五万元')}</w:tbl>`,
			p(r(after)),
			p(r('第二条　本办法自发布之日起施行。')),
		].join(''),
	})

test('versions are compared as they were read: a 款 after a table has the place that an item on it has', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await openedMatter(shell, org)
	for (const [name, after] of [
		['一.docx', '逾期不缴的，加处罚款。'],
		['二.docx', '逾期不缴的，可以加处罚款。'],
	] as const)
		must(
			await uploadVersion(shell, org.actors.drafter, orderOn(shell, matterId), {
				main: { kind: 'file', file: { name, bytes: draft(after), secrecy: 'internal' } },
				annexes: [],
				keptAnnexes: [],
				typedTitle: null,
			}),
		)
	const [older, newer] = await shell.db.draftVersion.findMany({
		where: { matterId },
		orderBy: { versionNo: 'asc' },
		include: { files: true },
	})
	if (!older || !newer) throw new Error('the matter has no two versions')
	const matter = { jurisdictionId: org.jurisdictionId, id: matterId }
	const { redline } = await compareVersions(shell, matter, older, newer)
	const changed = redline.blocks.flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'modified'))
	expect(changed).toMatchObject([{ oldAnchor: 'art-1-p2', newAnchor: 'art-1-p2' }])
})
