import type { MatterAct } from '#app/domain/act/act.ts'
import { type PlainDate, dayProblem, parsePlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { documentNumber } from '#app/domain/matter/numbering.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { issuableText } from '#app/domain/register/issuable-text.ts'
import { readIssuer } from '#app/domain/register/issuer.ts'
import { readOrganCode, runningNumberOf } from '#app/domain/register/organ-code.ts'
import type { Refusal, Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	type WorkOn,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { nextDocumentNumber, nextNumber } from '#app/services/command/next-number.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { issuersOf } from './issuers-of-matter.server.ts'
import { loadDecided } from './load-decided.server.ts'

type Order = Omit<MatterOrder, 'body'>
type Answer = Promise<Result<Done<{ matterId: string }>, Refusal>>

/**
 * 统一登记 (国办发〔2018〕37号 (八)), before anything is issued: the text must be the one that was passed, by the meeting or by those to whom it was referred, or the one that
 * was checked after the meeting (H13), and its issuer one that may issue.
 */
export function registerText(
	shell: Shell,
	actor: Actor,
	order: Order,
	given: { readonly issuer: string },
): Answer {
	return onText(shell, actor, order, { ...given }, 'text.registered', async (work) => {
		const decided = await loadDecided(work.shell, work.tx, work.matter)
		const text = issuableText(decided)
		if (!text.ok) return text
		if (decided.agendaItemId === null) throw new Error('a decided text was decided under an item')
		const issuer = readIssuer('issuer', given.issuer)
		if (!issuer.ok) return issuer
		if (!(await issuersOf(work.tx, work.matter)).includes(issuer.value))
			return refuse({ code: 'unfitting', field: 'issuer', problem: 'not-its-issuer' })
		const { jurisdictionId, id: matterId, title } = work.matter
		const id = work.shell.newId()
		const number = await registrationNumber(work)
		const { clearanceId, checkId, versionId, contentSha256, restsOn } = text.value
		await work.tx.textRegistration.create({
			data: {
				...{ jurisdictionId, id, matterId, agendaItemId: decided.agendaItemId, versionId, contentSha256 },
				...{ clearanceId, checkId, number, title, issuer: issuer.value },
				registeredBy: work.actor.personId,
				postId: work.post.id,
				registeredAt: work.at,
			},
		})
		work.note({ registration: id, contentSha256, number, title, issuer: issuer.value, restsOn })
		return accept(null)
	})
}

/** 统一编号: the next number of the issuer's code in this year, without gaps, after what the library has of it. */
export function numberText(
	shell: Shell,
	actor: Actor,
	order: Order,
	given: { readonly organCode: string },
): Answer {
	return onText(shell, actor, order, { ...given }, 'text.numbered', async (work) => {
		const organCode = readOrganCode('organCode', given.organCode)
		if (!organCode.ok) return organCode
		const registration = await registrationOf(work)
		const { jurisdictionId, issuer } = registration
		const other = await work.tx.textNumbering.findFirst({
			where: { jurisdictionId, organCode: organCode.value, issuer: { not: issuer } },
		})
		if (other) return refuse({ code: 'unfitting', field: 'organCode', problem: 'code-of-other-issuer' })
		const year = Number(work.today.slice(0, 4))
		const running = await nextRunning(work, organCode.value, year)
		const number = documentNumber(organCode.value, year, running)
		await work.tx.textNumbering.create({
			data: {
				...{ jurisdictionId, registrationId: registration.id, issuer, organCode: organCode.value },
				...{ year, running, documentNumber: number },
				numberedBy: work.actor.personId,
				postId: work.post.id,
				numberedAt: work.at,
			},
		})
		const { id, contentSha256 } = registration
		work.note({ registration: id, contentSha256, documentNumber: number })
		return accept(null)
	})
}

/** 统一印发: exactly the registered bytes went out (H13); what the page showed is compared with them by its hash. */
export function issueText(
	shell: Shell,
	actor: Actor,
	order: Order,
	given: { readonly issuedOn: string; readonly contentSha256: string },
): Answer {
	return onText(shell, actor, order, { ...given }, 'text.issued', async (work) => {
		const registration = await registrationOf(work)
		const { jurisdictionId, id, versionId, contentSha256 } = registration
		if (given.contentSha256 !== contentSha256 || work.matter.currentVersion?.contentSha256 !== contentSha256)
			return refuse({ code: 'unfitting', field: 'version', problem: 'changed' })
		const issuedOn = readPastDay('issuedOn', given.issuedOn, plainDateIn(work.at))
		if (!issuedOn.ok) return issuedOn
		await work.tx.textIssue.create({
			data: {
				...{ jurisdictionId, registrationId: id, versionId, contentSha256, issuedOn: issuedOn.value },
				issuedBy: work.actor.personId,
				postId: work.post.id,
				issuedAt: work.at,
			},
		})
		work.note({ registration: id, contentSha256, issuedOn: issuedOn.value })
		return accept(null)
	})
}

type TextAct = Extract<MatterAct, `text.${string}`>

/** One of the acts on a decided text, in the frame of the commands on its matter. */
export function onText<Doing extends TextAct>(
	shell: Shell,
	actor: Actor,
	order: Order,
	body: Readonly<Record<string, string>>,
	act: Doing,
	perform: (work: WorkOn<Doing>) => Promise<Result<null, Refusal>>,
): Answer {
	return commandOnMatter(shell, actor, { ...order, body }, { act }, async (work) => {
		const done = await perform(work)
		return done.ok ? accept({ matterId: work.matter.id }) : done
	})
}

/** The registration of a matter that the machine says is registered. */
export function registrationOf({ tx, matter }: MatterWork) {
	const { jurisdictionId, id: matterId } = matter
	return tx.textRegistration.findUniqueOrThrow({
		where: { jurisdictionId_matterId: { jurisdictionId, matterId } },
		include: { numbering: { include: { issue: true } } },
	})
}

/** A day on which something was done: not one to come. */
export function readPastDay(field: string, typed: string, today: PlainDate): Result<PlainDate, Unfitting> {
	const problem = dayProblem(typed) ?? (typed > today ? 'in-the-future' : null)
	return problem ? refuse({ code: 'unfitting', field, problem }) : accept(parsePlainDate(typed))
}

/** The registration's own number, of the office that registers. */
async function registrationNumber(work: MatterWork): Promise<string> {
	const { jurisdictionId } = work.matter
	const { shortName } = await work.tx.organ.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId, id: work.post.organId } },
		select: { shortName: true },
	})
	return nextDocumentNumber(work.tx, jurisdictionId, `${shortName}登`, Number(work.today.slice(0, 4)))
}

/** The next of the series, which its row keeps one at a time; the first follows what stands in the library from before. */
async function nextRunning({ tx, matter }: MatterWork, organCode: string, year: number): Promise<number> {
	const { jurisdictionId } = matter
	const series = `text/${organCode}`
	const next = await nextNumber(tx, jurisdictionId, series, year)
	if (next > 1) return next
	const entered = await tx.publishedDocument.findMany({
		where: { jurisdictionId, documentNumber: { startsWith: `${organCode}〔${year}〕` } },
		select: { documentNumber: true },
	})
	const numbers = entered.map((row) => runningNumberOf(row.documentNumber, organCode, year) ?? 0)
	const first = 1 + Math.max(0, ...numbers)
	await tx.numberSeries.update({
		where: { jurisdictionId_series_year: { jurisdictionId, series, year } },
		data: { last: first },
	})
	return first
}
