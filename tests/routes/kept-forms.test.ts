import { expect, test } from 'vitest'
import { IDLE_MS } from '#app/domain/account/session-limits.ts'
import { action as draftAction } from '#app/routes/matters/$matterId/_drafting/draft.tsx'
import { readUnsentForm } from '#app/services/account/keep-unsent-form.server.ts'
import { DRAFT_TEXT, matterOf, openedMatter } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { answerOf, signInAs } from '#tests/support/open-test-web.ts'
import { ROUTE_ACTS } from '#tests/support/route-acts.ts'
import { routeModule } from '#tests/support/route-modules.ts'
import { openWorld } from '#tests/support/open-world.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

function pathOf(route: string, params: Readonly<Record<string, string>>): string {
	const parts = route.split('.').filter((part) => part !== '_index')
	return `/${parts.map((part) => (part.startsWith('$') ? params[part.slice(1)] : part)).join('/')}`
}

/** The form that one is offered after signing in again, by the way that one was sent. */
function offeredAt(location: string | null): string {
	const to = new URL(location ?? '/', 'http://localhost').searchParams.get('to') ?? '/'
	return new URL(to, 'http://localhost').searchParams.get('form') ?? ''
}

test('whichever form comes after its session, what was typed in it is kept, but no password', async () => {
	const { shell, world } = await openWorld()
	const { drafter } = world.org.actors
	const late = await signInAs(shell, drafter)
	shell.setNow(new Date(shell.now().getTime() + IDLE_MS))
	const lost: string[] = []
	let forms = 0
	for (const [route, entry] of Object.entries(ROUTE_ACTS)) {
		if (entry.kind !== 'act') continue
		for (const { about, fields } of entry.post) {
			const matter = typeof about === 'object' && 'matter' in about ? world.matters[about.matter] : ''
			const meeting = typeof about === 'object' && 'meeting' in about ? world.meetings[about.meeting] : ''
			const params = { matterId: matter, meetingId: meeting, ...entry.params?.(world) }
			const { password, ...typed } = fields?.(world) ?? {}
			const path = pathOf(route, params)
			const { action } = await routeModule(route)
			const sent = late.post(path, params, { ...typed, ...(password ? { password } : {}) })
			const { location } = await answerOf(async () => action?.(sent))
			const kept = await readUnsentForm(shell, drafter, offeredAt(location))
			const found = Object.fromEntries(kept?.fields ?? [])
			forms += 1
			const isWhole = Object.entries(typed).every(([field, value]) => found[field] === value)
			if (!isWhole || 'password' in found || 'csrf' in found) lost.push(`${route} ${typed['intent'] ?? ''}`)
		}
	}
	expect(lost).toEqual([])
	expect(forms).toBeGreaterThan(40)
})

/** An upload that came after its session, and what its drafter is offered once signed in again. */
async function lateUpload(file: File | null) {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await openedMatter(shell, org)
	const late = await signInAs(shell, org.actors.drafter)
	const path = `/matters/${matterId}/draft`
	const typed = { intent: 'upload', pasted: DRAFT_TEXT, 'main-secrecy': 'internal', key: 'the-late-upload' }
	shell.setNow(new Date(shell.now().getTime() + IDLE_MS))
	const fields = { ...typed, ...(file ? { main: file } : {}) }
	await answerOf(() => draftAction(late.post(path, { matterId }, fields)))
	const kept = await readUnsentForm(shell, org.actors.drafter, path)
	const again = await signInAs(shell, org.actors.drafter)
	const send = () =>
		answerOf(() => draftAction(again.post(path, { matterId }, Object.fromEntries(kept?.fields ?? []))))
	return { shell, org, matterId, kept, send }
}

test('a text that was pasted after the session is one click from being a version', async () => {
	const { shell, org, matterId, kept, send } = await lateUpload(null)
	expect(kept?.hadFiles).toBe(false)
	expect((await send()).location).toBe(`/matters/${matterId}/draft`)
	expect((await matterOf(shell, org, matterId)).currentVersion?.versionNo).toBe(1)
})

test('a file cannot be kept, and it is said that there was one; too large a one costs no memory', async () => {
	const { kept } = await lateUpload(new File(['%PDF'], '办法.docx'))
	expect(kept?.hadFiles).toBe(true)
	expect(Object.fromEntries(kept?.fields ?? [])['pasted']?.replaceAll('\r\n', '\n')).toBe(DRAFT_TEXT)
	const { kept: none } = await lateUpload(new File([new Uint8Array(31 * 1024 * 1024)], '办法.docx'))
	expect(none).toBeNull()
})

test('the page that saves itself is offered again as its own form', async () => {
	const { shell, world } = await openWorld()
	const { matters, org } = world
	const late = await signInAs(shell, org.actors.reviewer)
	shell.setNow(new Date(shell.now().getTime() + IDLE_MS))
	const path = `/matters/${matters.reviewing}/opinion`
	const { action } = await routeModule('matters.$matterId.opinion.autosave')
	const fields = { intent: 'conclusion', summary: '经审查，程序合法。' }
	await answerOf(async () => action?.(late.post(`${path}/autosave`, { matterId: matters.reviewing }, fields)))
	expect(await readUnsentForm(shell, org.actors.reviewer, path)).toMatchObject({ action: path })
})

test('a late form without the token of its session is nobody’s own words and is not kept', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await openedMatter(shell, org)
	const late = await signInAs(shell, org.actors.drafter)
	shell.setNow(new Date(shell.now().getTime() + IDLE_MS))
	const path = `/matters/${matterId}/draft`
	const typed = { intent: 'upload', pasted: '别人写的话', 'main-secrecy': 'internal' }
	for (const csrf of ['', 'made-up'])
		await answerOf(() => draftAction(late.post(path, { matterId }, { ...typed, csrf })))
	expect(await readUnsentForm(shell, org.actors.drafter, path)).toBeNull()
	expect(await shell.db.unsentForm.count()).toBe(0)
})
