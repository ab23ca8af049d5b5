import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestWord } from '#app/domain/account/nearest-word.ts'
import { type ImportColumn, type ImportRow, IMPORT_COLUMNS } from '#app/domain/account/import-table.ts'
import { type PresentOrganisation, planImport } from '#app/domain/account/plan-import.ts'
import { ROLES } from '#app/domain/permission/role.ts'

const NOTHING: PresentOrganisation = {
	organs: [],
	units: [],
	people: [],
	posts: [],
	ownStaffCode: '',
	takenLoginNames: [],
}
const HOUSE: PresentOrganisation = {
	organs: [{ name: '区司法局', shortName: '司', kind: 'review-body' }],
	units: [{ organ: '区司法局', name: '审查科', kind: 'ordinary' }],
	people: [{ name: '周某', staffCode: '001', loginName: 'zhou' }],
	posts: [{ staffCode: '001', organ: '区司法局', unit: '审查科', role: 'reviewer' }],
	ownStaffCode: '900',
	takenLoginNames: ['zhou', 'elsewhere'],
}

function row(cells: Partial<Record<ImportColumn, string>>, line = 2): ImportRow {
	const whole = Object.fromEntries(
		IMPORT_COLUMNS.map((column) => [column, cells[column] ?? '']),
	) as ImportRow['cells']
	const kinds = { organKind: whole.organKind || null, unitKind: whole.unitKind || null }
	const words = whole.role === '' ? [] : whole.role.split('、')
	const roles = words.map((word) => ROLES.find((role) => role === word) ?? null)
	return { line, cells: whole, ...kinds, roles, nearest: {} }
}

const NEW = { organ: '区水务局', organShortName: '水', organKind: 'department' }
const PERSON = { person: '林某', staffCode: '002', loginName: 'lin' }

test('a row adds its organ, its unit and its person, and the rows after it find them there', () => {
	const first = row({ ...NEW, unit: '水资源科', ...PERSON })
	const [plan, again] = planImport([first, { ...first, line: 3 }], NOTHING)
	expect(plan).toMatchObject({
		organ: { name: '区水务局', shortName: '水', kind: 'department' },
		unit: { organ: '区水务局', name: '水资源科', kind: 'ordinary' },
		person: { name: '林某', staffCode: '002', loginName: 'lin' },
		faults: [],
	})
	expect(again).toMatchObject({ organ: null, unit: null, person: null, faults: [] })
})

test('what is there already is not added again', () => {
	const there = row({
		organ: '区司法局',
		unit: '审查科',
		person: '周某',
		staffCode: '001',
		loginName: 'zhou',
	})
	expect(planImport([there], HOUSE)[0]).toMatchObject({ organ: null, unit: null, person: null, faults: [] })
})

test.each<[string, Partial<Record<ImportColumn, string>>, string[]]>([
	['no organ', PERSON, ['organ missing']],
	['a formula without a result', { ...NEW, ...PERSON, person: '#N/A' }, ['person cell-error']],
	['a new organ without its facts', { organ: '区水务局' }, ['organShortName missing', 'organKind missing']],
	[
		'another short name than there is',
		{ organ: '区司法局', organShortName: '法' },
		['organShortName differs'],
	],
	['another kind than there is', { organ: '区司法局', organKind: 'street' }, ['organKind differs']],
	[
		'a unit of another kind than there is',
		{ organ: '区司法局', unit: '审查科', unitKind: 'legal' },
		['unitKind differs'],
	],
	['a kind of unit without a unit', { organ: '区司法局', unitKind: 'legal' }, ['unit missing']],
	['half a person', { organ: '区司法局', person: '林某' }, ['staffCode missing', 'loginName missing']],
	[
		'somebody else’s staff code',
		{ organ: '区司法局', ...PERSON, staffCode: '001' },
		['staffCode code-taken'],
	],
	[
		'an account of another jurisdiction',
		{ organ: '区司法局', ...PERSON, loginName: 'elsewhere' },
		['loginName login-taken'],
	],
	[
		'an account with a space',
		{ organ: '区司法局', ...PERSON, loginName: 'lin 2' },
		['loginName not-a-login'],
	],
	['a line break in a name', { organ: '区司法局', ...PERSON, person: '林\n某' }, ['person not-plain']],
	[
		'a name that turns text round',
		{ organ: '区司法局', ...PERSON, person: '林\u202e某' },
		['person not-plain'],
	],
	['a word that is no role', { organ: '区司法局', ...PERSON, role: '经办' }, ['role unknown-role']],
	['a role without a person', { organ: '区司法局', role: 'reviewer' }, ['role no-person']],
	['a drafter without a unit', { organ: '区司法局', ...PERSON, role: 'drafter' }, ['unit unit-needed']],
	[
		'two roles that one person may not hold',
		{ organ: '区司法局', ...PERSON, role: 'supervisor、reviewer' },
		['role duties-clash'],
	],
	[
		'a role beside one that is held and excludes it',
		{ organ: '区司法局', person: '周某', staffCode: '001', loginName: 'zhou', role: 'system-administrator' },
		['role duties-clash'],
	],
	[
		'a post of one’s own',
		{ organ: '区司法局', ...PERSON, staffCode: '900', role: 'reviewer' },
		['role own-post'],
	],
	[
		'a name beyond the limit',
		{ organ: '区司法局', ...PERSON, person: '林'.repeat(101) },
		['person too-long'],
	],
])('%s is a fault', (_what, cells, faults) => {
	const [plan] = planImport([row(cells)], HOUSE)
	expect(plan?.faults.map(({ column, problem }) => `${column} ${problem}`)).toEqual(faults)
})

test('the roles of a row are posts at its organ and unit, each asked for once', () => {
	const cells = { organ: '区司法局', unit: '审查科', ...PERSON, role: 'reviewer、checker、reviewer' }
	const [first, again] = planImport([row(cells), row(cells, 3)], HOUSE)
	const place = { staffCode: '002', loginName: 'lin', organ: '区司法局', unit: '审查科' }
	expect(first).toMatchObject({ faults: [] })
	expect(first?.posts).toEqual([
		{ ...place, role: 'reviewer' },
		{ ...place, role: 'checker' },
	])
	expect(again?.posts).toEqual([])
})

test('a post that counts already is not asked for again, another of the same person is', () => {
	const there = { organ: '区司法局', unit: '审查科', person: '周某', staffCode: '001', loginName: 'zhou' }
	expect(planImport([row({ ...there, role: 'reviewer' })], HOUSE)[0]?.posts).toEqual([])
	expect(planImport([row({ ...there, role: 'checker' })], HOUSE)[0]?.posts.map(({ role }) => role)).toEqual([
		'checker',
	])
})

test('the nearest word shares most letters, and a word that shares none has no nearest one', () => {
	const roles = ['起草单位经办人', '承办审查人', '复核人']
	expect(nearestWord('经办', roles)).toBe('起草单位经办人')
	expect(nearestWord('审查', roles)).toBe('承办审查人')
	expect(nearestWord('领导', roles)).toBeNull()
	expect(nearestWord('', roles)).toBeNull()
})

test('a word that is no kind is a fault, also where the organ is known', () => {
	const [plan] = planImport([{ ...row({ organ: '区司法局', organKind: '部门吧' }), organKind: null }], HOUSE)
	expect(plan?.faults).toEqual([{ column: 'organKind', problem: 'unknown-kind' }])
})

test('one account cannot be given to two people of one table', () => {
	const rows = [
		row({ ...NEW, ...PERSON }),
		row({ organ: NEW.organ, ...PERSON, person: '赵某', staffCode: '003' }, 3),
	]
	expect(planImport(rows, NOTHING)[1]?.faults).toEqual([{ column: 'loginName', problem: 'login-taken' }])
})

test('capitals do not make another account: not beside one that is there, nor within one table', () => {
	const rows = [
		row({ ...NEW, ...PERSON, loginName: 'Lin' }),
		row({ organ: NEW.organ, ...PERSON, person: '赵某', staffCode: '003', loginName: 'LIN' }, 3),
	]
	const [first, second] = planImport(rows, NOTHING)
	expect(first?.person?.loginName).toBe('lin')
	expect(second?.faults).toEqual([{ column: 'loginName', problem: 'login-taken' }])
	const [beside] = planImport([row({ organ: '区司法局', ...PERSON, loginName: 'ELSEWHERE' })], HOUSE)
	expect(beside?.faults).toEqual([{ column: 'loginName', problem: 'login-taken' }])
})

test('a plan without faults never adds one staff code, account, organ or unit twice', () => {
	const word = fc.constantFrom('a1', 'b2', 'c3')
	const rows = fc.array(
		fc.record({ organ: word, unit: word, person: word, staffCode: word, loginName: word }),
	)
	fc.assert(
		fc.property(rows, (given) => {
			const cells = given.map((each) => row({ ...each, organShortName: each.organ, organKind: 'street' }))
			const plan = planImport(cells, NOTHING).filter((each) => each.faults.length === 0)
			for (const keys of [
				plan.flatMap((each) => (each.person ? [each.person.staffCode] : [])),
				plan.flatMap((each) => (each.person ? [each.person.loginName] : [])),
				plan.flatMap((each) => (each.organ ? [each.organ.name] : [])),
				plan.flatMap((each) => (each.unit ? [`${each.unit.organ} ${each.unit.name}`] : [])),
			])
				expect(new Set(keys).size).toBe(keys.length)
		}),
	)
})
