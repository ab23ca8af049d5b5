import type { Browser } from 'playwright-core'
import { writeDraft } from '#app/documents/write-draft.server.ts'
import { type Manner, Desk } from './browser.ts'
import { holdMeeting } from './hold-meeting.ts'

/** Who plays which part, by account; reviewer and counsel by name too, as the lead picks them. */
export type Cast = Readonly<
	Record<
		| 'reviewerName'
		| 'counselName'
		| 'drafter'
		| 'head'
		| 'registrar'
		| 'lead'
		| 'reviewer'
		| 'counsel'
		| 'checker'
		| 'signer'
		| 'secretary'
		| 'leader'
		| 'second',
		string
	>
>

const FIRST = [
	'第一章　总则',
	'第一条　为了规范村级公益性设施的管护，结合本区实际，制定本办法。',
	'第二条　本办法适用于本区村级公益性设施的日常管护。',
	'第三条　村民应当按户缴纳管护费，每户每年五十元。',
	'第四条　违反本办法的，由镇、街道办事处处二百元以下罚款。',
	'第五条　本办法自2027年3月1日起施行，有效期二年。',
]
const SECOND = FIRST.map((line) =>
	line.startsWith('第三条')
		? '第三条　管护经费由区、镇两级预算安排，不向村民收取。'
		: line.startsWith('第四条')
			? '第四条　发现损坏的，由村民委员会劝导并及时报修。'
			: line,
)

/** The whole main job in a browser: from a Word draft to a closed meeting. Gives the address of the matter's page. */
export async function playMainJob(
	browser: Browser,
	origin: string,
	manner: Manner,
	cast: Cast,
	password: string,
): Promise<string> {
	const title = `青禾区村级公益性设施管护办法（${manner.language}${manner.hasScripts ? '' : '-plain'}）`
	const desks = new Map<string, Desk>()
	const at = async (part: Exclude<keyof Cast, 'reviewerName' | 'counselName'>): Promise<Desk> => {
		const present = desks.get(part)
		if (present) return present
		const desk = await Desk.open(browser, origin, manner)
		await desk.signIn(cast[part], password)
		desks.set(part, desk)
		return desk
	}
	try {
		const matter = await openMatter(await at('drafter'), title)
		await uploadText(await at('drafter'), matter, await word(title, FIRST, '送审稿.docx'))
		await fillPapers(await at('drafter'), matter)
		await askAndSign(await at('drafter'), await at('head'), matter)
		await acceptAndAssign(await at('registrar'), await at('lead'), matter, cast)
		await adviseAsCounsel(await at('counsel'), matter)
		await writeOpinion(await at('reviewer'), matter)
		await signOpinion(await at('checker'), await at('signer'), matter, password)
		await uploadText(await at('drafter'), matter, await word(title, SECOND, '修改稿.docx'))
		await replyToItems(await at('drafter'), matter)
		await recheck(await at('reviewer'), await at('signer'), matter, password)
		await propose(await at('head'), matter)
		await consent(await at('leader'), matter, password)
		const hands = { secretary: await at('secretary'), second: await at('second'), leader: await at('leader') }
		await holdMeeting(hands, title, password)
		if (faultsAt(desks).length > 0) throw new Error('the browser complained')
		return matter
	} catch (error) {
		// What went wrong on the way says more than the step that could not go on.
		throw new Error(`${String(error)}\n${faultsAt(desks).join('\n')}`, { cause: error })
	} finally {
		for (const desk of desks.values()) await desk.close()
	}
}

function faultsAt(desks: ReadonlyMap<string, Desk>): string[] {
	return [...desks].flatMap(([part, desk]) => desk.faults.map((fault) => `${part}: ${fault}`))
}

type WordFile = { name: string; mimeType: string; buffer: Buffer }

async function word(title: string, paragraphs: readonly string[], name: string): Promise<WordFile> {
	const bytes = await writeDraft({ title, paragraphs, numbering: 'automatic' })
	return {
		name,
		mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		buffer: Buffer.from(bytes),
	}
}

async function openMatter(drafter: Desk, title: string): Promise<string> {
	await drafter.go('/matters/new')
	const form = drafter.page.locator('main form').first()
	await form.locator('[name=title]').fill(title)
	await form.locator('[name=tracks][value=normative-document]').check()
	await form.locator('[name=issuer][value=government]').check()
	await drafter.send(form)
	await drafter.page.waitForURL(/\/matters\/[0-9a-f]{8}-/)
	return /\/matters\/[0-9a-f-]+/.exec(drafter.page.url())?.[0] ?? ''
}

async function uploadText(drafter: Desk, matter: string, file: WordFile): Promise<void> {
	await drafter.go(`${matter}/draft`)
	const form = await drafter.form('upload')
	await form.locator('[name=main]').setInputFiles(file)
	await form.locator('[name=main-secrecy][value=internal]').first().check()
	await drafter.send(form)
	await drafter.go(`${matter}/reading`)
	const reading = drafter.page.locator('main form:has([name=same])')
	await reading.locator('[name=same]').check()
	await drafter.send(reading)
}

/** Every paper and every step is answered 不适用 with a reason, so that the journey shows that path too. */
async function fillPapers(drafter: Desk, matter: string): Promise<void> {
	await drafter.go(`${matter}/materials`)
	for (const [intent, field] of [
		['not-applicable', 'reason-'],
		['step-not', 'reason-'],
	] as const) {
		const items = await drafter.page
			.locator(`main form:has([name=intent][value="${intent}"]) [name=item]`)
			.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
		for (const item of items) {
			const form = await drafter.form(intent, `:has([name=item][value="${item}"])`)
			await form.locator(`[name="${field}${item}"]`).fill('试验事项，本项不适用。')
			await drafter.send(form)
		}
	}
}

async function askAndSign(drafter: Desk, head: Desk, matter: string): Promise<void> {
	await drafter.go(`${matter}/confirm`)
	await drafter.send(await drafter.form('ask'))
	await head.go(`${matter}/confirm`)
	const form = await head.form('sign')
	await form.locator('[name=read]').check()
	await head.send(form)
}

async function acceptAndAssign(registrar: Desk, lead: Desk, matter: string, cast: Cast): Promise<void> {
	await registrar.go(`${matter}/intake`)
	await registrar.send(await registrar.form('accept'))
	for (const [hand, name] of [
		['reviewer', cast.reviewerName],
		['counsel', cast.counselName],
	] as const) {
		await lead.go(`${matter}/assign`)
		await lead.send(
			lead.page.locator(`main form:has([name=intent][value=${hand}])`).filter({ hasText: name }).first(),
		)
	}
}

async function adviseAsCounsel(counsel: Desk, matter: string): Promise<void> {
	await counsel.go(`${matter}/interest`)
	await counsel.send(counsel.page.locator('main form').first())
	await counsel.go(`${matter}/counsel`)
	const form = counsel.page.locator('main form:has([name=conclusion])').first()
	await form.locator('[name=hasNoConflict]').check()
	await form.locator('[name=conclusion][value=amend]').check()
	await form.locator('[name=text]').fill('第三条、第四条缺乏依据，建议修改。')
	await counsel.send(form)
}

async function writeOpinion(reviewer: Desk, matter: string): Promise<void> {
	for (const [anchor, problem] of [
		['art-3', '规范性文件不得设定收费。'],
		['art-4', '规范性文件不得设定行政处罚。'],
	] as const) {
		await reviewer.go(`${matter}/opinion`)
		await reviewer.page.locator(`main a[href*="at=${anchor}&"]`).first().click()
		await reviewer.page.waitForURL(/item=/)
		const form = await reviewer.form('item')
		await form.locator('[name=kind][value=must]').check()
		await form.locator('[name=problem]').fill(problem)
		await form.locator('[name=ground]').fill('行政处罚法第十六条')
		await form.locator('[name=points][value=document-no-coercion]').check()
		await reviewer.send(form)
	}
	await reviewer.go(`${matter}/opinion`)
	await answerPoints(reviewer)
	await chooseAll(reviewer, 'steps', 'confirmed')
	const conclusion = await reviewer.form('conclusion')
	await conclusion.locator('[name=conclusion][value=amend]').check()
	await reviewer.send(conclusion)
	await reviewer.send(await reviewer.form('send'))
}

/** Every point in order but the one that the items cite. */
async function answerPoints(reviewer: Desk): Promise<void> {
	const form = await reviewer.form('points')
	for (const choice of await form.locator('input[type=radio][value="in-order"]').all()) await choice.check()
	await form.locator('[name=answer-document-no-coercion][value=problem]').check()
	await form.locator('#point-document-no-coercion summary').click()
	await form.locator('[name=note-document-no-coercion]').fill('设定了收费和行政处罚。')
	await reviewer.send(form)
}

async function chooseAll(reviewer: Desk, intent: string, value: string): Promise<void> {
	const form = await reviewer.form(intent)
	for (const choice of await form.locator(`input[type=radio][value="${value}"]`).all()) await choice.check()
	await reviewer.send(form)
}

async function signOpinion(checker: Desk, signer: Desk, matter: string, password: string): Promise<void> {
	await checker.go(`${matter}/opinion/sign`)
	const check = await checker.form('check')
	await check.locator('[name=read]').check()
	await checker.send(check)
	await signer.go(`${matter}/opinion/sign`)
	await sign(signer, 'sign', password)
}

async function sign(signer: Desk, intent: string, password: string): Promise<void> {
	const form = await signer.form(intent)
	await form.locator('[name=read]').check()
	await form.locator('[name=password]').fill(password)
	await signer.send(form)
}

async function replyToItems(drafter: Desk, matter: string): Promise<void> {
	for (const position of [1, 2]) {
		await drafter.go(`${matter}/replies`)
		const form = drafter.page.locator(`main form:has([name=position][value="${position}"])`).first()
		await drafter.unfold(form)
		await form.locator(`[name=answer-${position}][value=adopted]`).check()
		await form.locator(`[name=text-${position}]`).fill('已按意见修改。')
		await drafter.send(form)
	}
	await drafter.send(await drafter.form('send'))
}

async function recheck(reviewer: Desk, signer: Desk, matter: string, password: string): Promise<void> {
	await reviewer.go(`${matter}/recheck`)
	const form = reviewer.page.locator('main form:has(button[value=propose])').first()
	for (const settled of await form.locator('input[type=radio][value=settled]').all()) await settled.check()
	for (const confirmed of await form.locator('input[type=radio][value=confirmed]').all())
		await confirmed.check()
	await form.locator('[name=remark]').fill('两条必须修改意见均已落实。')
	await reviewer.send(form, 'button[value=propose]')
	await signer.go(`${matter}/recheck/sign`)
	await sign(signer, 'sign', password)
}

async function propose(head: Desk, matter: string): Promise<void> {
	await head.go(`${matter}/propose`)
	const form = head.page.locator('main form:has([name=presenter])').first()
	await form.locator('[name=presenter]').fill('刘丰年')
	await form.locator('[name=minutes]').fill('15')
	await head.send(form)
	const asking = await head.form('ask')
	await asking.locator('[name=leaderId]').selectOption({ index: 1 })
	await head.send(asking)
}

/** The leader opens the text, and consents below it. */
async function consent(leader: Desk, matter: string, password: string): Promise<void> {
	await leader.go(`${matter}/consent?text=1`)
	const form = await leader.form('give')
	await form.locator('[name=read]').check()
	await form.locator('[name=password]').fill(password)
	await leader.send(form)
}
