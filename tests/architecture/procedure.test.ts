import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GATE_RULES } from '#app/domain/agenda-gate/gate-rules.ts'

/** The transitions of the procedure, by their numbers, with what each is. */
const TRANSITIONS: Readonly<Record<number, string>> = {
	1: '送审',
	2: '补正要求',
	3: '报送补正',
	4: '补正逾期',
	5: '退回',
	6: '受理',
	7: '不属审查范围',
	8: '分办',
	9: '回避',
	10: '中止计时',
	11: '延长',
	12: '加急',
	13: '顾问意见',
	14: '拟稿、复核、签发',
	15: '撤销、更正意见',
	16: '合法',
	17: '应当予以修改',
	18: '不合法',
	19: '明示风险',
	20: '异议',
	21: '报送修改稿',
	22: '复核通过',
	23: '复核未通过',
	24: '未采纳必改项',
	25: '撤回',
	26: '终止、并案',
	27: '稿件变更',
	28: '依据变化',
	29: '过期',
	30: '申报议题',
	31: '列入议程',
	32: '锁定、通知',
	33: '记录结果',
}

/** The hard blocks that the gate does not judge: of a consultation, of issuing, and of what came past the system. */
const BESIDE_THE_GATE = ['H4', 'H13', 'H14', 'H15']

const FOLDERS = ['tests/domain', 'tests/services']

const titles = FOLDERS.flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.test.ts'))
		.flatMap((name) =>
			[
				...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/\btest\('((?:\[\d+\] |[A-Z]\d+:? )[^']*)'/g),
			].map((found) => found[1] ?? ''),
		),
)

const numbered = (title: string) => [...title.matchAll(/\[(\d+)\] /g)].map((found) => Number(found[1]))

test('each of the 33 transitions has a test that is named after its number', () => {
	const tested = new Set(titles.flatMap(numbered))
	expect(Object.keys(TRANSITIONS)).toHaveLength(33)
	expect(Object.keys(TRANSITIONS).filter((number) => !tested.has(Number(number)))).toEqual([])
})

test('each of the 15 hard blocks has a test that is named after it', () => {
	// The table of the gate names its tests by the rule: `H5 answers …`.
	const table = readFileSync('tests/domain/agenda-gate/evaluate-gate.test.ts', 'utf8')
	const ofGate = GATE_RULES.map(({ id }) => id).filter((id) => Number(id.slice(1)) <= 15)
	expect([...ofGate, ...BESIDE_THE_GATE].map((id) => Number(id.slice(1))).sort((a, b) => a - b)).toEqual(
		Array.from({ length: 15 }, (_, at) => at + 1),
	)
	expect(table).toContain("test.each(TABLE)('%s answers %s (%s)'")
	expect(ofGate.filter((id) => !isInTable(table, id))).toEqual([])
	expect(
		BESIDE_THE_GATE.filter((id) => !titles.some((title) => new RegExp(`^${id}:? `).test(title))),
	).toEqual([])
})

/** The steps H5 to H9 have their rows by a loop over the steps. */
function isInTable(table: string, id: string): boolean {
	return table.includes(`['${id}'`) || table.includes(`\t\t'${id}',`) || table.includes('RULE_OF_STEP[name]')
}
