import { loadMatter } from '#app/db/load-matter.server.ts'
import { loadReference } from '#app/db/load-reference.server.ts'
import { checklistFor } from '#app/domain/materials/checklist.ts'
import { type Step, STEPS } from '#app/domain/materials/step.ts'
import type { Issuer } from '#app/domain/issuer/issuer.ts'
import type { Track } from '#app/domain/matter/track.ts'
import type { Result } from '#app/domain/result.ts'
import { addMaterials } from '#app/services/materials/add-materials.server.ts'
import { answerStep } from '#app/services/materials/answer-step.server.ts'
import { confirmReading } from '#app/services/drafting/confirm-reading.server.ts'
import { readVersionAsStored } from '#app/services/files/read-as-stored.server.ts'
import { openMatter } from '#app/services/drafting/open-matter.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { requestWaiver } from '#app/services/waiver/request-waiver.server.ts'
import { submitMatter } from '#app/services/submission/submit-matter.server.ts'
import { uploadVersion } from '#app/services/drafting/upload-version.server.ts'
import { PICTURED_DRAFT } from './pictured-draft.ts'
import type { SampleOrganisation } from './sample-organisation.ts'
import type { TestShell } from './open-test-shell.ts'

/** A draft of our own writing, long enough to have articles. */
export const DRAFT_TEXT = [
	'青禾区高素质农民认定管理办法（试行）',
	'第一条　为规范高素质农民认定工作，结合本区实际，制定本办法。',
	'第二条　区农业农村局负责高素质农民的认定和服务。',
	'第三条　申请认定的，应当提交申请表和培训证明。',
	'第四条　本办法自印发之日起施行，有效期二年。',
].join('\n')

/** The value of an answer that must be a yes. */
export function must<Value>(answer: Result<Value, unknown>): Value {
	if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.reason)}`)
	return answer.value
}

/** A new order on a matter, under a key of its own. */
export function orderOn(shell: TestShell, matterId: string, seen: number | null = null) {
	return { matterId, key: shell.newId(), seen }
}

/** A text file as a form brings it. */
export function textFile(text: string, name = 'draft.txt', secrecy = 'internal') {
	return { name, bytes: new TextEncoder().encode(text), secrecy }
}

/** The matter with all its parts, which must be there. */
export async function matterOf(shell: TestShell, org: SampleOrganisation, matterId: string) {
	const matter = await loadMatter(shell.db, org.jurisdictionId, matterId)
	if (!matter) throw new Error(`no matter ${matterId}`)
	return matter
}

/** Who issues what the sample bureau drafts: its own decisions itself, everything else the government. */
function issuerOf(tracks: readonly Track[]): Issuer {
	return tracks.includes('department-decision') ? 'own-organ' : 'government'
}

/** Opens a matter as the sample drafter. */
export async function openedMatter(
	shell: TestShell,
	org: SampleOrganisation,
	tracks: readonly Track[] = ['normative-document'],
	issuer: Issuer = issuerOf(tracks),
): Promise<string> {
	const title = '青禾区高素质农民认定管理办法（试行）'
	const opened = await openMatter(shell, org.actors.drafter, { key: shell.newId(), title, tracks, issuer })
	return must(opened).value.matterId
}

/** Uploads a text as a version of its own. */
export async function uploadText(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	text: string,
	typedTitle: string | null = null,
) {
	return uploadVersion(shell, org.actors.drafter, orderOn(shell, matterId), {
		main: { kind: 'file', file: textFile(text) },
		annexes: [],
		keptAnnexes: [],
		typedTitle,
	})
}

/** The drafter confirms that the current text was read as Word shows it. */
export async function confirmedReading(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
): Promise<void> {
	const { currentVersion } = await matterOf(shell, org, matterId)
	const { readAs } = await readVersionAsStored(shell, org.jurisdictionId, currentVersion?.files ?? [])
	must(await confirmReading(shell, org.actors.drafter, orderOn(shell, matterId), readAs))
}

/** Uploads a text and confirms its reading: a version that keeps nothing from being submitted. */
export async function uploadedText(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	text: string,
	typedTitle: string | null = null,
): Promise<void> {
	must(await uploadText(shell, org, matterId, text, typedTitle))
	await confirmedReading(shell, org, matterId)
}

/** Facts with which each step is in order. */
export const STEP_FACTS: Readonly<Record<Step, Readonly<Record<string, string>>>> = {
	'fair-competition': {
		conclusion: 'complies',
		reviewer: 'market-regulator',
		reviewedBy: '区市场监督管理局',
		reviewedOn: '2026-11-02',
		firstView: '符合公平竞争审查标准。',
		heard: '区个体劳动者协会',
	},
	'risk-assessment': {
		conclusion: 'controllable',
		level: 'low',
		measures: '公布咨询电话，设三个月过渡期。',
		assessedBy: '区农业农村局',
		assessedOn: '2026-11-02',
	},
	'public-consultation': { from: '2026-10-01', to: '2026-11-02', hasAdoptionReport: 'yes' },
	hearing: {
		...{ hearingCase: 'vital-interests', noticedOn: '2026-09-20', noticedAt: '区政府网站' },
		...{ participantsOn: '2026-10-09', participantsAt: '区政府网站', papersOn: '2026-10-15' },
		...{ hearingOn: '2026-10-28', presidedBy: '区农业农村局法制科', participants: '15' },
		...{ hasRecord: 'yes', hasHandling: 'yes' },
	},
	'expert-argumentation': {
		heldOn: '2026-11-02',
		way: 'meeting',
		...{ 'people-1-name': '郑某', 'people-1-field': '省农业大学，农业经济' },
		...{ 'people-1-interest': 'none', 'people-1-opinion': 'written' },
		conclusion: '方案可行。',
		hasAdoptionReport: 'yes',
	},
	'department-consultation': {
		organs: '区财政局、区人力资源和社会保障局',
		hasDisagreement: 'no',
		isDisclosed: 'no',
	},
}

/** A department reviews its own document, the market regulator what the government issues. */
function fairCompetitionOf(issuer: Issuer): Readonly<Record<string, string>> {
	const facts = STEP_FACTS['fair-competition']
	return issuer === 'own-organ' ? { ...facts, reviewer: 'drafting-organ' } : facts
}

/** A matter that lacks nothing for its submission: text, required papers, all six steps. */
export async function readyMatter(
	shell: TestShell,
	org: SampleOrganisation,
	tracks: readonly Track[] = ['normative-document'],
	issuer: Issuer = issuerOf(tracks),
): Promise<string> {
	const { drafter } = org.actors
	const matterId = await openedMatter(shell, org, tracks, issuer)
	await uploadedText(shell, org, matterId, DRAFT_TEXT)
	const { checklist } = await loadReference(shell.db, '2026-11-23')
	const required = checklistFor(tracks, checklist).filter((item) => item.isRequired)
	const given = required.map(({ code }) => ({
		item: code,
		kind: 'file' as const,
		file: textFile(code, `${code}.txt`),
	}))
	must(await addMaterials(shell, drafter, orderOn(shell, matterId), given))
	for (const step of STEPS)
		must(
			await answerStep(shell, drafter, orderOn(shell, matterId), {
				step,
				answer: 'done',
				facts: step === 'fair-competition' ? fairCompetitionOf(issuer) : STEP_FACTS[step],
				paper: textFile(`${step}的材料`, `${step}.txt`),
			}),
		)
	return matterId
}

/** A matter that lacks nothing, whose text is a Word file with a table and a picture. */
export async function picturedMatter(
	shell: TestShell,
	org: SampleOrganisation,
	isConfirmed = true,
): Promise<string> {
	const matterId = await readyMatter(shell, org)
	const file = { name: 'pictured.docx', bytes: PICTURED_DRAFT, secrecy: 'internal' }
	must(
		await uploadVersion(shell, org.actors.drafter, orderOn(shell, matterId), {
			main: { kind: 'file', file },
			annexes: [],
			keptAnnexes: [],
			typedTitle: null,
		}),
	)
	if (isConfirmed) await confirmedReading(shell, org, matterId)
	return matterId
}

/** A matter that lacks nothing but that its text holds an invisible character; the intake is asked to let it stand. */
export async function unseenMatter(
	shell: TestShell,
	org: SampleOrganisation,
	isAsked = true,
): Promise<string> {
	const matterId = await readyMatter(shell, org)
	await uploadedText(shell, org, matterId, DRAFT_TEXT.replace('申请表', '申请\u200B表'))
	if (isAsked)
		must(await requestWaiver(shell, org.actors.drafter, orderOn(shell, matterId), '所涉文字的连写需要。'))
	return matterId
}

/** A matter whose head has signed the submission [1]. */
export async function submittedMatter(
	shell: TestShell,
	org: SampleOrganisation,
	tracks: readonly Track[] = ['normative-document'],
	issuer: Issuer = issuerOf(tracks),
): Promise<string> {
	const matterId = await readyMatter(shell, org, tracks, issuer)
	must(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId)))
	must(await submitMatter(shell, org.actors.head, orderOn(shell, matterId)))
	return matterId
}
