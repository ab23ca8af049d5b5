import { readFileSync } from 'node:fs'
import { loadMatter } from '#app/db/load-matter.server.ts'
import { newestBy, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import type { Reference } from '#app/db/load-reference.server.ts'
import { writeDraft } from '#app/documents/write-draft.server.ts'
import { checklistFor, pointsFor } from '#app/domain/materials/checklist.ts'
import type { Issuer } from '#app/domain/issuer/issuer.ts'
import { STEPS, type Step } from '#app/domain/materials/step.ts'
import type { Track } from '#app/domain/matter/track.ts'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { addMaterials } from '#app/services/materials/add-materials.server.ts'
import { answerStep } from '#app/services/materials/answer-step.server.ts'
import { assignCounsel, assignReviewer } from '#app/services/intake/assign-reviewer.server.ts'
import { declareInterest } from '#app/services/intake/declare-interest.server.ts'
import { NO_HEARING } from './reasons.ts'
import { openMatter } from '#app/services/drafting/open-matter.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { giveConsent } from '#app/services/consent/answer-consent.server.ts'
import { proposeAgendaItem } from '#app/services/consent/propose-agenda-item.server.ts'
import { markNoticesRead, readNotices } from '#app/services/worklist/read-own-record.server.ts'
import { saveOpinion } from '#app/services/opinion/save-opinion.server.ts'
import { checkOpinion, sendOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { signCounselOpinion } from '#app/services/opinion/sign-counsel-opinion.server.ts'
import { signOpinion } from '#app/services/opinion/sign-opinion.server.ts'
import { submitMatter } from '#app/services/submission/submit-matter.server.ts'
import { confirmReading } from '#app/services/drafting/confirm-reading.server.ts'
import { readVersionAsStored } from '#app/services/files/read-as-stored.server.ts'
import { uploadVersion } from '#app/services/drafting/upload-version.server.ts'
import { DEMO_PASSWORD } from './accounts.ts'
import type { DemoShell } from './demo-clock.ts'
import { type DemoItem, answerTo } from './demo-items.ts'
import { type Cast, granted } from './found-district.ts'
import { STEP_PAPERS, stepFacts } from './step-papers.ts'

/** One matter of the story: who drafts it, who signs it, and its text. */
export type DemoMatter = {
	readonly draft: string
	readonly tracks: readonly Track[]
	/** The government, unless it says otherwise. */
	readonly issuer?: Issuer
	readonly drafter: string
	readonly head: string
	readonly reviewer?: string
	readonly notApplicable?: Partial<Record<Step, string>>
	readonly isHeardInPublic?: true
	readonly numbering?: 'typed' | 'automatic'
}

/** The story's pen: each method lets the right person do one act, through the same services as a page. */
export class Story {
	readonly shell: DemoShell
	readonly #cast: Cast
	readonly #reference: Reference

	constructor(shell: DemoShell, cast: Cast, reference: Reference) {
		this.shell = shell
		this.#cast = cast
		this.#reference = reference
	}

	/** The person behind a login name. */
	who(login: string): Actor {
		const actor = this.#cast.get(login)
		if (!actor) throw new Error(`nobody in the demo is called ${login}`)
		return actor
	}

	/** A new order on a matter. */
	order(matterId: string) {
		return { matterId, key: this.shell.newId(), seen: null }
	}

	/** Opens a matter with its first version, its papers and its step answers. */
	async open(matter: DemoMatter): Promise<string> {
		const title = readText(`${matter.draft}-1`)[0] ?? ''
		const drafter = this.who(matter.drafter)
		const opened = await openMatter(this.shell, drafter, {
			key: this.shell.newId(),
			title,
			tracks: [...matter.tracks],
			issuer: matter.issuer ?? 'government',
		})
		const { matterId } = granted(opened).value
		await this.upload(matter, matterId, 1)
		await this.#fillMaterials(matter, matterId, title)
		await this.#answerSteps(matter, matterId)
		return matterId
	}

	/** Uploads a version as a Word file of our own making. */
	async upload(
		matter: DemoMatter,
		matterId: string,
		number: number,
		typedTitle: string | null = null,
	): Promise<void> {
		const [title = '', ...paragraphs] = readText(`${matter.draft}-${number}`)
		const bytes = await writeDraft({ title, paragraphs, numbering: matter.numbering ?? 'typed' })
		const file = {
			name: `${title}${number > 1 ? `（修改稿${number - 1}）` : '（送审稿）'}.docx`,
			bytes,
			secrecy: 'internal',
		}
		granted(
			await uploadVersion(this.shell, this.who(matter.drafter), this.order(matterId), {
				main: { kind: 'file', file },
				annexes: [],
				keptAnnexes: [],
				typedTitle,
			}),
		)
	}

	/** The drafter confirms that the current text was read as Word shows it (核对读入). */
	async confirmReading(matter: DemoMatter, matterId: string): Promise<void> {
		const { shell } = this
		const { jurisdictionId, currentVersion } = await this.record(matterId)
		const { readAs } = await readVersionAsStored(shell, jurisdictionId, currentVersion?.files ?? [])
		granted(await confirmReading(shell, this.who(matter.drafter), this.order(matterId), readAs))
	}

	/** The drafter asks the head, the head signs [1]. */
	async submit(matter: DemoMatter, matterId: string): Promise<void> {
		await this.confirmReading(matter, matterId)
		granted(await prepareSubmission(this.shell, this.who(matter.drafter), this.order(matterId)))
		granted(await submitMatter(this.shell, this.who(matter.head), this.order(matterId)))
	}

	/** The registrar accepts [6]. */
	async accept(matterId: string): Promise<void> {
		granted(await acceptMatter(this.shell, this.who('wudk'), this.order(matterId)))
	}

	/** The lead assigns the reviewer and counsel [8]. */
	async assign(matter: DemoMatter, matterId: string): Promise<void> {
		const lead = this.who('zhenglb')
		granted(
			await assignReviewer(
				this.shell,
				lead,
				this.order(matterId),
				this.who(matter.reviewer ?? 'zhoumy').personId,
			),
		)
		granted(await assignCounsel(this.shell, lead, this.order(matterId), this.who('guyan').personId))
	}

	/** Counsel sign their written opinion [13]. */
	async counsel(matterId: string, conclusion: Conclusion, text: string): Promise<void> {
		const none = { hasInterest: false, words: '' }
		granted(await declareInterest(this.shell, this.who('guyan'), this.order(matterId), none))
		granted(
			await signCounselOpinion(this.shell, this.who('guyan'), this.order(matterId), {
				hasNoConflict: true,
				conclusion,
				text,
			}),
		)
	}

	/** The reviewer writes the opinion; it is not sent yet. */
	async write(
		matter: DemoMatter,
		matterId: string,
		conclusion: Conclusion | null,
		summary: string,
		items: readonly DemoItem[],
	): Promise<void> {
		const record = await this.record(matterId)
		const body = {
			conclusion,
			summary,
			items: items.map((item) => ({ ...item, id: this.shell.newId(), place: placeLabel(item.anchor) })),
			points: pointsFor(tracksOf(record), this.#reference.points).map(({ code }) => ({
				point: code,
				...answerTo(code, items),
			})),
			steps: newestBy(record.stepAnswers, (answer) => answer.step).map(({ id }) => ({
				stepAnswerId: id,
				verdict: 'confirmed' as const,
				note: '',
			})),
		}
		granted(
			await saveOpinion(this.shell, this.who(matter.reviewer ?? 'zhoumy'), this.order(matterId), {
				part: 'whole',
				body,
			}),
		)
	}

	/** The reviewer sends the opinion for signature. */
	async send(matter: DemoMatter, matterId: string): Promise<void> {
		granted(await sendOpinion(this.shell, this.who(matter.reviewer ?? 'zhoumy'), this.order(matterId)))
	}

	/** Checker and signing officer sign [14]. */
	async sign(matterId: string): Promise<void> {
		granted(await checkOpinion(this.shell, this.who('xuyan'), this.order(matterId)))
		granted(
			await signOpinion(this.shell, this.who('linbg'), this.order(matterId), { password: DEMO_PASSWORD }),
		)
	}

	/** The head proposes the matter for the agenda [30]. */
	async propose(matter: DemoMatter, matterId: string, minutes: number): Promise<void> {
		granted(
			await proposeAgendaItem(this.shell, this.who(matter.head), this.order(matterId), {
				presenter: this.who(matter.head).name,
				minutes: String(minutes),
				leaderId: this.who('gaoys').personId,
			}),
		)
	}

	/** The leader consents to the text as it is. */
	async consent(matterId: string): Promise<void> {
		const contentSha256 = (await this.record(matterId)).currentVersion?.contentSha256 ?? ''
		granted(
			await giveConsent(this.shell, this.who('gaoys'), this.order(matterId), {
				password: DEMO_PASSWORD,
				contentSha256,
			}),
		)
	}

	/** Everybody reads what was left for them so far. */
	async readNotices(): Promise<void> {
		for (const actor of this.#cast.values()) {
			const [newest] = await readNotices(this.shell, actor)
			if (newest) await markNoticesRead(this.shell, actor, newest.id)
		}
	}

	/** The matter with all its parts. */
	async record(matterId: string) {
		const matter = await loadMatter(this.shell.db, this.who('wudk').jurisdictionId, matterId)
		if (!matter) throw new Error(`the demo lost a matter: ${matterId}`)
		return matter
	}

	/** The items of the opinion in force. */
	async items(matterId: string) {
		return opinionInForce(await this.record(matterId))?.items ?? []
	}

	async #fillMaterials(matter: DemoMatter, matterId: string, title: string): Promise<void> {
		const required = checklistFor(matter.tracks, this.#reference.checklist).filter((item) => item.isRequired)
		const given = []
		for (const item of required) {
			const bytes = await writeDraft({
				title: item.name.zh,
				paragraphs: [`本件为《${title}》的${item.name.zh}。`, '有关情况属实，责任由本单位承担。'],
				numbering: 'typed',
			})
			given.push({
				item: item.code,
				kind: 'file' as const,
				file: { name: `${item.name.zh}.docx`, bytes, secrecy: 'internal' },
			})
		}
		granted(await addMaterials(this.shell, this.who(matter.drafter), this.order(matterId), given))
	}

	async #answerSteps(matter: DemoMatter, matterId: string): Promise<void> {
		for (const step of STEPS) {
			const unheard = step === 'hearing' && !matter.isHeardInPublic ? NO_HEARING : undefined
			const reason = matter.notApplicable?.[step] ?? unheard
			const given = reason
				? { step, answer: 'not-applicable' as const, reason }
				: {
						step,
						answer: 'done' as const,
						facts: stepFacts(this.shell, step, matter.issuer ?? 'government'),
						paper: await this.#stepPaper(step),
					}
			granted(await answerStep(this.shell, this.who(matter.drafter), this.order(matterId), given))
		}
	}

	async #stepPaper(step: Step) {
		const bytes = await writeDraft({
			title: STEP_PAPERS[step],
			paragraphs: ['有关程序已依法履行，情况如上。'],
			numbering: 'typed',
		})
		return { name: `${STEP_PAPERS[step]}.docx`, bytes, secrecy: 'internal' }
	}
}

/** The lines of a draft: its title first. */
function readText(name: string): string[] {
	return readFileSync(new URL(`drafts/${name}.txt`, import.meta.url), 'utf8')
		.trimEnd()
		.split('\n')
}
