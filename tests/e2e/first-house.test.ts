import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServerProcess, loggedErrors, startServer, stopServer } from '#scripts/server-process.ts'
import { type Manner, Desk, launchChromium } from './browser.ts'
import {
	type Member,
	asCsv,
	asWorkbook,
	confirmPosts,
	importTable,
	makeSlips,
	openInstallation,
	setPassword,
	tryTable,
} from './found-house.ts'
import { playMainJob } from './main-job.ts'
import { findUnsound } from './page-soundness.ts'

const MANNER: Manner = { language: 'zh-CN', hasScripts: true }
const PASSWORD = 'Lvhe-First-2026'

const FOUNDERS = {
	'system-administrator': { name: '陶建新', login: 'taojx' },
	'security-administrator': { name: '岳安和', login: 'yueah' },
	'audit-administrator': { name: '沈明察', login: 'shenmc' },
} as const

const OFFICE = '青禾区人民政府办公室'
const REVIEW = '青禾区司法局 · 审查科'
const LEADERS = '青禾区人民政府领导'
const FARMS = '青禾区农业农村局 · 产业发展科'

const CAST = {
	drafter: 'nongyi',
	head: 'tianqd',
	registrar: 'lideng',
	lead: 'kongzl',
	reviewer: 'mingsc',
	reviewerName: '明审之',
	counselName: '成言信',
	counsel: 'chengyx',
	checker: 'fuhe',
	signer: 'qianfa',
	secretary: 'jiyao',
	leader: 'gaoys',
	second: 'jifu',
} as const

const MEMBERS: readonly Member[] = [
	{ login: CAST.drafter, name: '农一鸣', place: FARMS, role: '起草单位经办人' },
	{ login: CAST.head, name: '田秋登', place: FARMS, role: '起草单位负责人' },
	{ login: CAST.registrar, name: '李登门', place: REVIEW, role: '收件登记' },
	{ login: CAST.lead, name: '孔主立', place: REVIEW, role: '审查机构负责人' },
	{ login: CAST.reviewer, name: CAST.reviewerName, place: REVIEW, role: '承办审查人' },
	{ login: CAST.counsel, name: CAST.counselName, place: REVIEW, role: '法律顾问' },
	{ login: CAST.checker, name: '傅合校', place: REVIEW, role: '复核人' },
	{ login: CAST.signer, name: '钱发正', place: REVIEW, role: '签发人' },
	{ login: CAST.secretary, name: '季要言', place: `${OFFICE} · 秘书科`, role: '常务会议秘书' },
	{ login: CAST.second, name: '季复言', place: `${OFFICE} · 秘书科`, role: '常务会议秘书' },
	{ login: CAST.leader, name: '高远山', place: LEADERS, role: '区领导' },
]

const BUREAUS = ['水务局', '教育局', '民政局', '财政局', '住建局', '商务局', '文旅局', '卫健局']
/** With three in each of eight bureaus a house of thirty-five. */
const OTHERS: readonly Member[] = BUREAUS.flatMap((bureau, at) =>
	['起草单位负责人', '起草单位经办人、部门法制机构', '部门法制机构'].map((role, place) => ({
		login: `bureau${at}${place}`,
		name: `甲乙丙丁戊己庚辛`.charAt(at) + `一二三`.charAt(place),
		place: `青禾区${bureau} · 办公室`,
		role,
	})),
)
const PEOPLE = [...MEMBERS, ...OTHERS]

/** Short name and kind of the organs that the table brings; the office is there. */
const NEW_ORGANS: Readonly<Record<string, readonly string[]>> = {
	青禾区农业农村局: ['青农', '工作部门'],
	青禾区司法局: ['青司', '审查机构'],
	...Object.fromEntries(BUREAUS.map((bureau) => [`青禾区${bureau}`, [`青${bureau.charAt(0)}`, '工作部门']])),
	[LEADERS]: ['区领导', '政府领导'],
}

const HEADING = ['机构', '机构简称', '机构类别', '科室', '科室类别', '姓名', '工号', '账号', '角色']
const ROWS = PEOPLE.map(({ login, name, place, role }) => {
	const [organ = '', unit = ''] = place.split(' · ')
	const [shortName = '', kind = ''] = NEW_ORGANS[organ] ?? []
	return [organ, shortName, kind, unit, unit && '业务科室', name, `S-${login}`, login, role]
})

let folder: string
let server: ServerProcess
let browser: Browser

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'yiqian-e2e-first-'))
	server = await startServer('start', join(folder, 'data'))
	browser = await launchChromium()
})

afterAll(async () => {
	await browser?.close()
	if (server) await stopServer(server)
	rmSync(folder, { recursive: true, force: true })
	if (server) expect(loggedErrors(server)).toEqual([])
})

test('an empty data folder becomes a house whose first matter is cleared and decided, by its pages alone', async () => {
	const desk = () => Desk.open(browser, server.origin, MANNER)
	const visitor = await desk()
	const setUp = /http:\S+\/setup\/\S+/.exec(server.output())?.[0] ?? 'no link was printed'
	await visitor.go(setUp)
	expect(await findUnsound(visitor)).toEqual([])
	const links = await openInstallation(visitor, FOUNDERS)
	expect(links).toHaveLength(3)
	for (const link of links) await setPassword(visitor, link, PASSWORD)
	await visitor.page.goto(setUp)
	expect(await visitor.page.locator('main form').count()).toBe(0)

	const [system, security, audit] = [await desk(), await desk(), await desk()]
	await system.signIn(FOUNDERS['system-administrator'].login, PASSWORD)
	await security.signIn(FOUNDERS['security-administrator'].login, PASSWORD)
	await audit.signIn(FOUNDERS['audit-administrator'].login, PASSWORD)

	const acts = { system: countPosts(system), security: countPosts(security) }
	await tryFaultyThenImport(system)
	expect(await confirmPosts(security)).toBe(PEOPLE.length + BUREAUS.length)
	const slips = await makeSlips(security)
	expect(slips).toHaveLength(PEOPLE.length)
	expect(await findUnsound(security)).toEqual([])
	// The faulty trial included, and without a search for anybody.
	expect([acts.system(), acts.security()]).toEqual([3, 2])
	for (const link of slips) await setPassword(visitor, link, PASSWORD)

	await playMainJob(browser, server.origin, MANNER, CAST, PASSWORD)

	await audit.go('/audit')
	await audit.send(audit.page.locator('main form[method=post]'))
	await audit.page.locator('main aside [role=status]').waitFor()
	for (const { faults } of [visitor, system, security, audit]) expect(faults).toEqual([])
})

/** Counts the forms that somebody sends from now on. */
function countPosts({ page }: Desk): () => number {
	let count = 0
	page.on('request', (request) => {
		if (request.method() === 'POST') count += 1
	})
	return () => count
}

async function tryFaultyThenImport(system: Desk): Promise<void> {
	const [first = [], ...others] = ROWS
	const faulty = [HEADING, first.with(2, '不知道的类别').with(8, '经办'), ...others]
	await tryTable(system, asCsv(faulty))
	expect(await system.page.locator('main [value=confirm]').count()).toBe(0)
	expect(await system.page.locator('main tbody tr').first().innerText()).toContain('最近的是“起草单位经办人”')
	expect(await findUnsound(system)).toEqual([])
	await tryTable(system, asWorkbook([HEADING, ...ROWS]))
	await importTable(system)
}
