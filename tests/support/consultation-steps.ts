import { formToken, newToken, visitCookie } from '#app/http/session-cookie.server.ts'
import type { WebContext, WebSettings } from '#app/http/web-settings.ts'
import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { closeAdoption } from '#app/services/consultation/close-adoption.server.ts'
import { judgeComments } from '#app/services/consultation/judge-comments.server.ts'
import { startConsultation } from '#app/services/consultation/open-consultation.server.ts'
import { matterOf, must, orderOn, readyMatter } from './drafting-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import { answerOf } from './open-test-web.ts'
import { routeModule } from './route-modules.ts'
import type { SampleOrganisation } from './sample-organisation.ts'

const ORIGIN = 'http://localhost:3000'
const WEB: WebSettings = {
	origins: [ORIGIN],
	isSecure: false,
	secrets: ['a-secret-for-tests-only'],
	proxies: [],
	secondFactorFrom: null,
}
const ROUTE = 'consultations.$code'

/** A consultation of thirty days that begins today. */
export const CONSULTED = {
	from: parsePlainDate('2026-11-23'),
	to: parsePlainDate('2026-12-23'),
	shorterReason: '',
	introduction: '为规范认定工作，起草本办法。',
	contact: '临河街道基层立法联系点，临河路 18 号。',
}

/** A matter whose text is open to the public, and the end of its address. */
export async function consultedMatter(shell: TestShell, org: SampleOrganisation) {
	const matterId = await readyMatter(shell, org)
	must(await startConsultation(shell, org.actors.drafter, orderOn(shell, matterId), CONSULTED))
	const [consultation] = (await matterOf(shell, org, matterId)).consultations
	if (!consultation) throw new Error('no consultation was opened')
	return { matterId, code: consultation.code, consultationId: consultation.id }
}

/** The comments of a consultation by their numbers, as the forms of the unit name them. */
export async function commentIds(shell: TestShell, consultationId: string): Promise<readonly string[]> {
	const rows = await shell.db.publicComment.findMany({
		where: { consultationId },
		orderBy: { number: 'asc' },
	})
	return rows.map(({ id }) => id)
}

/** A matter whose consultation had two comments and a late one, and whose adoption table is closed. */
export async function settledMatter(shell: TestShell, org: SampleOrganisation) {
	const consulted = await consultedMatter(shell, org)
	const { code, matterId, consultationId } = consulted
	const visitor = visitorOf(shell)
	const began = shell.now()
	await visitor.send(code, { words: '晚餐也应当纳入。', name: '王某' })
	await visitor.send(code, { words: '老人的晚餐请一并考虑。' })
	shell.setNow(new Date('2026-12-24T02:00:00.000Z'))
	await visitor.send(code, { words: '窗口周末也要开放。', contact: '0000-6120018' })
	const [first = '', second = '', third = ''] = await commentIds(shell, consultationId)
	const { drafter } = org.actors
	const gist = '建议把晚餐纳入助餐范围'
	const reason = '第三条已增加晚餐'
	const like = { comments: [first, second], answer: 'adopted', gist, reason } as const
	must(await judgeComments(shell, drafter, orderOn(shell, matterId), like))
	const not = { comments: [third], answer: 'not-adopted', gist: '' } as const
	const why = '窗口时间由政务大厅统一规定，不属于本办法的事项。'
	must(await judgeComments(shell, drafter, orderOn(shell, matterId), { ...not, reason: why }))
	must(await closeAdoption(shell, drafter, orderOn(shell, matterId)))
	return { ...consulted, began }
}

/** A browser without an account, at an address of its own. */
export function visitorOf(shell: TestShell, address = '203.0.113.7') {
	const visit = newToken()
	const context = (): WebContext => ({ shell, web: WEB, nonce: 'n', requestId: 'r', address })
	return {
		/** What the loader of the public page answers. */
		read: async (code: string, search = '') => {
			const { loader } = await routeModule(ROUTE)
			const request = new Request(`${ORIGIN}/consultations/${code}${search}`)
			return answerOf(async () => loader?.({ request, params: { code }, context: context() }))
		},
		/** Sends the form of the public page; what is not said is what the page fills in. */
		send: async (code: string, fields: Readonly<Record<string, string>>, origin = ORIGIN) => {
			const { action } = await routeModule(ROUTE)
			const cookie = (await visitCookie(WEB).serialize(visit)).split(';')[0] ?? ''
			const body = new URLSearchParams({
				csrf: formToken(WEB, visit),
				key: shell.newId(),
				standing: 'resident',
				...fields,
			})
			const headers = { Cookie: cookie, Origin: origin }
			const request = new Request(`${ORIGIN}/consultations/${code}`, { method: 'POST', headers, body })
			return answerOf(async () => action?.({ request, params: { code }, context: context() }))
		},
	}
}

/** The receipt that a sent comment was answered with. */
export function receiptIn({ location }: { readonly location: string | null }): string {
	return new URL(location ?? '', ORIGIN).searchParams.get('receipt') ?? ''
}
