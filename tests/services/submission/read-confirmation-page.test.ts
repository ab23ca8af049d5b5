import { expect, test } from 'vitest'
import { readConfirmationPage } from '#app/services/submission/read-confirmation-page.server.ts'
import { uploadVersion } from '#app/services/drafting/upload-version.server.ts'
import { DRAFT_TEXT, must, openedMatter, orderOn, textFile } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('before submission personal data is named, masked, in the text and in every annex that can be read', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await openedMatter(shell, org)
	const upload = {
		main: { kind: 'file', file: textFile(`${DRAFT_TEXT}\n联系电话：13800005678`) } as const,
		annexes: [
			textFile('名单\n张某，990000199003071235', '名单.txt'),
			{ ...textFile('%PDF-1.7 13800005678', '扫描件.pdf') },
		],
		keptAnnexes: [],
		typedTitle: null,
	}
	must(await uploadVersion(shell, org.actors.drafter, orderOn(shell, matterId), upload))
	const page = must(await readConfirmationPage(shell, org.actors.drafter, matterId))
	expect(page.personalData).toEqual([
		{ kind: 'mobile-number', line: 6, masked: '138****5678', file: null },
		{ kind: 'identity-number', line: 2, masked: '990*************35', file: '名单.txt' },
	])
})

test('what is missing is named paper by paper, with the article that asks for it by the law of this matter', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await openedMatter(shell, org)
	const { unmet, missing } = must(await readConfirmationPage(shell, org.actors.drafter, matterId))
	expect(unmet).toEqual(expect.arrayContaining(['materials-complete', 'steps-answered']))
	expect(missing).toContainEqual({
		kind: 'paper',
		name: { zh: '起草说明', en: 'Drafting note' },
		ground: '国办发〔2018〕115号（五）',
	})
	expect(missing).toContainEqual({
		kind: 'step',
		step: 'public-consultation',
		ground:
			'国办发〔2018〕37号（五）；《规章制定程序条例》第十五条、第三十六条；《优化营商环境条例》第六十二条',
	})
})
