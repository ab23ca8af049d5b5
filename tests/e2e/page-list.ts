import type { Desk } from './browser.ts'
import { confirmByCode, waitForCode } from './one-time-codes.ts'

/** What the way to a page may ask: the addresses of the demo's matters and meetings, and a desk of its own. */
export type Guide = {
	readonly matter: (title: string) => string
	readonly meeting: (title: string) => string
	/** The desk at which somebody looks at their pages. */
	readonly desk: (login: string) => Promise<Desk>
	readonly signInAgain: (desk: Desk, login: string, to?: string) => Promise<void>
}

/** Who looks at a page, null for a visitor, and where. */
export type Sight = {
	readonly login: string | null
	readonly at: (guide: Guide) => string | Promise<string>
	/** The status that the page comes with, if it is not 200. */
	readonly status?: number
}

const visitor = (path: string): Sight => ({ login: null, at: () => path })
const spent = (path: string): Sight => ({ ...visitor(path), status: 410 })
const by = (login: string, path: string): Sight => ({ login, at: () => path })
const on = (login: string, title: string, path: string): Sight => ({
	login,
	at: ({ matter }) => matter(title) + path,
})
const meeting = (login: string, title: string, path: string): Sight => ({
	login,
	at: ({ meeting: find }) => find(title) + path,
})

const AFTER_SCHOOL = '校外托管机构'
const BUDGET = '区级预算调整'
const CENTRE = '便民服务中心'
const DATA = '公共数据授权'
const ELDERS = '社区居家养老'
const FARMERS = '高素质农民'
const HOUSES = '农村自建房'
const MARKET = '便民早夜市'
const PARK = '区属公园'
const PARKING = '智慧停车项目'
const PRODUCE_MARKETS = '农贸市场'
const RENEWAL = '老旧小区改造计划'
const RENTAL = '出租房屋'
const LAST = '第41次'
const NEXT = '第42次'

/** Every route that shows a page, by its file, with whoever has most to see or do there. A new page has to be added. */
export const PAGES: Readonly<Record<string, readonly Sight[]>> = {
	about: [visitor('/about')],
	'sign-in': [visitor('/sign-in')],
	verify: [visitor('/verify'), visitor('/verify?number=%E9%9D%921%E5%8F%B7&code=AAAA')],
	'setup.$token': [spent('/setup/spent')],
	'password.$token': [spent('/password/spent'), { login: null, at: freshPasswordLink }],
	account: [by('zhoumy', '/account')],
	'own-password': [by('zhoumy', '/own-password')],
	'second-factor._index': [by('zhoumy', '/second-factor')],
	'second-factor.confirm': [{ login: 'caiym', at: confirmByCode }],
	'sign-in.code': [{ login: 'dengwx', at: waitForCode }],
	'receipts._index': [by('zhoumy', '/receipts')],
	'consultations.$code': [{ ...visitor(`/consultations/${'0'.repeat(32)}`), status: 404 }],
	'checkpoints.$code': [visitor('/checkpoints/ABCD-ABCD-ABCD-ABCD')],
	kept: [{ login: 'suyx', at: keepUnsentForm }],
	permissions: [by('wangxh', '/permissions')],
	search: [by('zhoumy', '/search?q=%E5%85%BB%E8%80%81'), by('sunyue', '/search?q=%E9%BE%99')],
	workflow: [by('zhoumy', '/workflow')],
	work: [
		by('zhoumy', '/work'),
		by('sunyue', '/work'),
		by('zhenglb', '/work?tab=waiting'),
		by('wudk', '/work?tab=done'),
	],

	'compare._index': [by('wangxh', '/compare'), { login: 'wangxh', at: publishedToCompare }],
	'precheck._index': [by('wangxh', '/precheck')],
	'precheck.$precheckId': [{ login: 'wangxh', at: precheckedText }],
	'compare.$comparisonId._index': [{ login: 'wangxh', at: comparedTexts }],

	'matters._index': [by('yanming', '/matters')],
	'matters.new': [by('wangxh', '/matters/new')],
	'matters.$matterId._index': [on('zhoumy', FARMERS, ''), on('xiely', CENTRE, '')],
	'matters.$matterId.versions': [on('wangxh', FARMERS, '/versions')],
	'matters.$matterId.workflow': [on('wangxh', FARMERS, '/workflow')],
	'matters.$matterId.tracked.$sha256': [{ login: 'zhoumy', at: trackedFile }],
	'matters.$matterId.redline._index': [
		on('zhoumy', FARMERS, '/redline'),
		on('zhoumy', FARMERS, '/redline?view=inline&around=all&correct=art-5'),
		{ login: 'zhoumy', at: besideDecidedText },
		{ login: 'wangxh', at: besidePublishedDocument },
		on('wangxh', FARMERS, '/redline?find=%E5%85%AC%E5%8E%95'),
	],
	'matters.$matterId.reading': [on('wangxh', FARMERS, '/reading'), on('chenaj', HOUSES, '/reading')],
	'matters.$matterId.trail': [on('yanming', FARMERS, '/trail')],
	'matters.$matterId.opinions._index': [on('wangxh', FARMERS, '/opinions')],
	'matters.$matterId.opinions.$opinionId.paper': [{ login: 'chenaj', at: opinionPaper }],

	'matters.$matterId.papers._index': [on('wangxh', FARMERS, '/papers')],
	'matters.$matterId.papers.$paperId._index': [{ login: 'wangxh', at: firstPaper }],

	'matters.$matterId.draft': [on('chenaj', HOUSES, '/draft')],
	'matters.$matterId.materials': [on('chenaj', HOUSES, '/materials')],
	'matters.$matterId.consultation': [on('chenaj', HOUSES, '/consultation')],
	'matters.$matterId.confirm': [on('chenaj', HOUSES, '/confirm'), on('wugs', HOUSES, '/confirm')],
	'matters.$matterId.waiver': [on('chenaj', HOUSES, '/waiver')],
	'matters.$matterId.supplement': [on('lijs', PARKING, '/supplement')],
	'matters.$matterId.replies': [on('wangxh', FARMERS, '/replies')],
	'matters.$matterId.replace': [on('xiely', CENTRE, '/replace')],
	'matters.$matterId.consent': [on('wangxh', FARMERS, '/consent'), on('gaoys', RENEWAL, '/consent?text=1')],
	'matters.$matterId.emergency': [on('wugs', HOUSES, '/emergency')],
	'matters.$matterId.propose': [on('hanzheng', MARKET, '/propose')],
	'matters.$matterId.withdraw': [on('fanjd', CENTRE, '/withdraw')],

	'matters.$matterId.intake': [on('wudk', AFTER_SCHOOL, '/intake')],
	'matters.$matterId.assign': [on('zhenglb', ELDERS, '/assign')],
	'matters.$matterId.exclude': [on('linbg', ELDERS, '/exclude')],
	'matters.$matterId.clock': [on('zhoumy', MARKET, '/clock'), on('hanzheng', MARKET, '/clock')],
	'matters.$matterId.recusal': [on('zhoumy', MARKET, '/recusal')],
	'matters.$matterId.objection': [on('zhoumy', FARMERS, '/objection')],
	'matters.$matterId.ending': [on('zhenglb', MARKET, '/ending')],
	'matters.$matterId.interest': [on('guyan', MARKET, '/interest')],
	'matters.$matterId.counsel': [on('guyan', MARKET, '/counsel')],
	'matters.$matterId.hold': [on('linbg', MARKET, '/hold')],
	'matters.$matterId.opinion._index': [
		on('zhoumy', MARKET, '/opinion'),
		on('zhoumy', MARKET, '/opinion?at=sec-3-1-1&item=new'),
	],
	'matters.$matterId.opinion.sign': [on('xuyan', DATA, '/opinion/sign')],
	'matters.$matterId.law': [on('linbg', CENTRE, '/law')],
	'matters.$matterId.revoke': [on('linbg', CENTRE, '/revoke')],
	'matters.$matterId.after-meeting': [on('wangxh', PRODUCE_MARKETS, '/after-meeting')],
	'matters.$matterId.ruling': [on('sunyue', BUDGET, '/ruling'), on('luosj', BUDGET, '/ruling')],
	'matters.$matterId.conclude': [on('lijs', PARK, '/conclude')],
	'matters.$matterId.recheck._index': [on('zhoumy', FARMERS, '/recheck')],
	'matters.$matterId.recheck.sign': [on('linbg', FARMERS, '/recheck/sign')],

	'meetings._index': [by('sunyue', '/meetings')],
	'meetings.new': [by('sunyue', '/meetings/new')],
	'meetings.$meetingId._index': [meeting('sunyue', NEXT, ''), meeting('yanming', LAST, '')],
	'meetings.$meetingId.approve': [meeting('sunyue', NEXT, '/approve'), meeting('gaoys', NEXT, '/approve')],
	'meetings.$meetingId.study': [meeting('sunyue', NEXT, '/study')],
	'meetings.$meetingId.packet': [meeting('sunyue', NEXT, '/packet')],
	'meetings.$meetingId.follow-ups': [meeting('hemin', LAST, '/follow-ups')],
	'meetings.$meetingId.outcomes': [meeting('hemin', LAST, '/outcomes')],

	'register._index': [by('sunyue', '/register'), by('guyan', '/register?standing=withdrawn')],
	'register.import': [by('sunyue', '/register/import')],
	'register.imports': [by('sunyue', '/register/imports')],
	'register.issuing.$matterId': [
		{ login: 'sunyue', at: ({ matter }) => issuingOf(matter(PARK)) },
		{ login: 'sunyue', at: ({ matter }) => issuingOf(matter(PRODUCE_MARKETS)) },
	],
	'register.$documentId._index': [
		{ login: 'sunyue', at: documentNamed('高素质农民') },
		{ login: 'wangxh', at: documentNamed('停放管理规定') },
	],

	recoveries: [by('qianan', '/recoveries')],
	delegations: [by('sunyue', '/delegations'), by('gaoys', '/delegations')],
	'admin.people._index': [by('zhaoqi', '/admin/people')],
	'admin.people.$personId': [{ login: 'zhaoqi', at: onePerson }],
	'admin.people.organs': [by('zhaoqi', '/admin/people/organs')],
	'admin.import': [by('zhaoqi', '/admin/import')],
	'admin.first-links': [by('qianan', '/admin/first-links')],
	'admin.grants': [by('qianan', '/admin/grants?q=wang'), { login: 'qianan', at: grantForm }],
	'admin.reference._index': [by('zhaoqi', '/admin/reference')],
	'admin.reference.$kind._index': [
		by('zhaoqi', '/admin/reference/review-limits'),
		by('zhaoqi', '/admin/reference/checklist-item'),
	],
	'admin.reference.$kind.$code': [by('zhaoqi', '/admin/reference/review-limits/review-clock')],
	'audit.checkpoints': [by('shenjian', '/audit/checkpoints')],
	'audit._index': [by('shenjian', '/audit'), by('yanming', '/audit?refused=yes')],
}

/** A published document of the register, found by its words. */
function documentNamed(words: string): Sight['at'] {
	return async ({ desk }) =>
		linkOn(await desk('sunyue'), `/register?q=${encodeURIComponent(words)}`, 'main a[href^="/register/0"]')
}

/** Where a matter that a meeting has passed is registered, numbered, issued and published. */
function issuingOf(matter: string): string {
	return matter.replace('/matters/', '/register/issuing/')
}

/** The address that a link on a page leads to. */
async function linkOn(desk: Desk, path: string, selector: string): Promise<string> {
	await desk.go(path)
	return (await desk.page.locator(selector).first().getAttribute('href')) ?? ''
}

async function opinionPaper({ desk, matter }: Guide): Promise<string> {
	return linkOn(await desk('chenaj'), `${matter(RENTAL)}/opinions`, 'main a[href$="/paper"]')
}

async function firstPaper({ desk, matter }: Guide): Promise<string> {
	return linkOn(await desk('wangxh'), `${matter(FARMERS)}/papers`, 'main td a[href*="/papers/"]')
}

async function onePerson({ desk }: Guide): Promise<string> {
	return linkOn(await desk('zhaoqi'), '/admin/people?q=wangxh', 'main a[href^="/admin/people/0"]')
}

async function grantForm({ desk }: Guide): Promise<string> {
	return linkOn(await desk('qianan'), '/admin/grants?q=wangxh', 'main a[href*="?person="]')
}

/** A draft beside the text that a meeting has passed of another matter. */
async function besideDecidedText({ desk, matter }: Guide): Promise<string> {
	const reviewer = await desk('zhoumy')
	const path = `${matter(FARMERS)}/redline`
	await reviewer.go(path)
	const decided = await reviewer.page.locator('main [name=with] option').first().getAttribute('value')
	if (!decided) throw new Error('no meeting has passed a text')
	return `${path}?with=${decided}`
}

/** A draft beside the published document that it is to take the place of, which is offered first. */
async function besidePublishedDocument({ desk, matter }: Guide): Promise<string> {
	const drafter = await desk('wangxh')
	const path = `${matter(FARMERS)}/redline`
	await drafter.go(path)
	const published = drafter.page.locator('main [name=document] option').first()
	const name = (await published.textContent()) ?? ''
	if (!name.includes('高素质农民')) throw new Error(`of all documents ${name} is offered first`)
	return `${path}?document=${await published.getAttribute('value')}`
}

/** A file of a matter, read for its tracked changes. */
async function trackedFile({ desk, matter }: Guide): Promise<string> {
	const path = await linkOn(await desk('zhoumy'), `${matter(FARMERS)}/versions`, 'main a[href*="/files/"]')
	return path.replace('/files/', '/tracked/').replace(/\?.*/, '')
}

/** A published document, to be compared with a text of one's own. */
async function publishedToCompare(guide: Guide): Promise<string> {
	const document = await documentNamed('高素质农民')(guide)
	return linkOn(await guide.desk('wangxh'), document, '[href^="/compare?document="]')
}

/** A text that belongs to no matter, pre-checked. */
async function precheckedText({ desk }: Guide): Promise<string> {
	const drafter = await desk('wangxh')
	await drafter.go('/precheck')
	await drafter.page.fill('[name=pasted]', '第一条 设摊的，应当经街道办事处批准后方可经营。')
	await drafter.page.check('[name=secrecy][value=internal]')
	await drafter.page.click('main form button[type=submit], main form button:not([type])')
	await drafter.page.waitForURL((url) => url.pathname !== '/precheck')
	return new URL(drafter.page.url()).pathname
}

/** Two texts that belong to no matter, compared. */
async function comparedTexts({ desk }: Guide): Promise<string> {
	const drafter = await desk('wangxh')
	await drafter.go('/compare')
	await drafter.page.fill('[name=oldPasted]', '第一条　摊位应当在二十二时以前收市。')
	await drafter.page.fill('[name=newPasted]', '第一条　摊位应当在二十三时以前收市。')
	await drafter.page.locator('[name=secrecy][value=internal]').check()
	await drafter.press(drafter.page.locator('main form button').last())
	await drafter.page.waitForURL((url) => url.pathname !== '/compare')
	return new URL(drafter.page.url()).pathname
}

/** A link for somebody who does not sign in anywhere else. */
async function freshPasswordLink({ desk }: Guide): Promise<string> {
	const system = await desk('zhaoqi')
	await system.go(await linkOn(system, '/admin/people?q=hebo', 'main a[href^="/admin/people/0"]'))
	await system.send(await system.form('link'))
	return new URL(await system.page.locator('main [role=status] code').innerText()).pathname
}

/** A form is sent after somebody signed out everywhere: what was typed waits behind the sign-in. */
async function keepUnsentForm({ desk, signInAgain }: Guide): Promise<string> {
	const drafter = await desk('suyx')
	await drafter.go('/matters/new')
	await drafter.page.fill('[name=title]', '青禾区中小学课后服务管理办法')
	await drafter.page.locator('[name=tracks][value=normative-document]').check()
	await drafter.page.locator('[name=issuer][value=government]').check()
	const elsewhere = await drafter.beside()
	await signInAgain(elsewhere, 'suyx', '/account')
	await elsewhere.press(elsewhere.page.locator('main [name=scope][value=everywhere]'))
	await elsewhere.close()
	await drafter.press(drafter.page.locator('main form button').last())
	await drafter.page.waitForURL((url) => url.pathname === '/sign-in')
	const to = new URL(drafter.page.url()).searchParams.get('to') ?? ''
	await signInAgain(drafter, 'suyx', to)
	return to
}
