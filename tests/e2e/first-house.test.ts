import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServerProcess, loggedErrors, startServer, stopServer } from '#scripts/server-process.ts'
import { type Manner, Desk, launchChromium } from './browser.ts'
import {
	type Member,
	addOrgan,
	addPerson,
	asCsv,
	asWorkbook,
	confirmPosts,
	importTable,
	issueLink,
	openInstallation,
	requestPost,
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

/** Made by the form; everybody else comes from the table. */
const LEAD: Member = { login: CAST.lead, name: '孔主立', place: REVIEW, role: 'review-lead' }
const IMPORTED: readonly Member[] = [
	{ login: CAST.drafter, name: '农一鸣', place: FARMS, role: 'drafter' },
	{ login: CAST.head, name: '田秋登', place: FARMS, role: 'department-head' },
	{ login: CAST.registrar, name: '李登门', place: REVIEW, role: 'registrar' },
	{ login: CAST.reviewer, name: CAST.reviewerName, place: REVIEW, role: 'reviewer' },
	{ login: CAST.counsel, name: CAST.counselName, place: REVIEW, role: 'counsel' },
	{ login: CAST.checker, name: '傅合校', place: REVIEW, role: 'checker' },
	{ login: CAST.signer, name: '钱发正', place: REVIEW, role: 'signing-officer' },
	{ login: CAST.secretary, name: '季要言', place: OFFICE, role: 'secretary' },
	{ login: CAST.second, name: '季复言', place: OFFICE, role: 'secretary' },
	{ login: CAST.leader, name: '高远山', place: LEADERS, role: 'leader' },
]

/** Short name and kind of the organs that the table brings; the others are there. */
const NEW_ORGANS: Readonly<Record<string, readonly string[]>> = {
	青禾区农业农村局: ['青农', '工作部门'],
	[LEADERS]: ['区领导', '政府领导'],
}

const HEADING = ['机构', '机构简称', '机构类别', '科室', '科室类别', '姓名', '工号', '账号']
const ROWS = IMPORTED.map(({ login, name, place }) => {
	const [organ = '', unit = ''] = place.split(' · ')
	const [shortName = '', kind = ''] = NEW_ORGANS[organ] ?? []
	return [organ, shortName, kind, unit, unit && '业务科室', name, `S-${login}`, login]
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

	await addOrgan(system, { name: '青禾区司法局', shortName: '青司', kind: 'review-body', units: ['审查科'] })
	await addPerson(system, LEAD)
	await tryFaultyThenImport(system)
	for (const member of [LEAD, ...IMPORTED]) {
		await setPassword(visitor, await issueLink(system, member), PASSWORD)
		await requestPost(security, member)
	}
	expect(await security.page.locator('button[value=confirm]').count()).toBe(0)
	expect(await confirmPosts(system)).toBe(IMPORTED.length + 1)

	await playMainJob(browser, server.origin, MANNER, CAST, PASSWORD)

	await audit.go('/audit')
	await audit.send(audit.page.locator('main form[method=post]'))
	await audit.page.locator('main aside [role=status]').waitFor()
	for (const { faults } of [visitor, system, security, audit]) expect(faults).toEqual([])
})

async function tryFaultyThenImport(system: Desk): Promise<void> {
	const [first = [], ...others] = ROWS
	const faulty = [HEADING, first.with(2, '不知道的类别'), ...others]
	await tryTable(system, asCsv(faulty))
	expect(await system.page.locator('main [value=confirm]').count()).toBe(0)
	expect(await findUnsound(system)).toEqual([])
	await tryTable(system, asWorkbook([HEADING, ...ROWS]))
	await importTable(system)
}
