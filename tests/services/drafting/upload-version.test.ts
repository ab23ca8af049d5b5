import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { proposeAgendaItem } from '#app/services/consent/propose-agenda-item.server.ts'
import {
	type VersionGiven,
	restoreVersion,
	uploadVersion,
} from '#app/services/drafting/upload-version.server.ts'
import { readNotices } from '#app/services/worklist/read-own-record.server.ts'
import { loadMatter } from '#app/db/load-matter.server.ts'
import { factsOf } from '#app/domain/matter-record/workflow-facts.ts'
import { loadReference } from '#app/db/load-reference.server.ts'
import {
	DRAFT_TEXT,
	matterOf,
	must,
	openedMatter,
	orderOn,
	submittedMatter,
	textFile,
	uploadText,
} from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { clearanceOn, listingOf } from '#tests/support/review-rows.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds, lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

const CHANGED = `${DRAFT_TEXT}\n第五条　附则。`
const PROPOSAL = { presenter: '王某某', minutes: '10', leaderId: '' }

function given(more: Partial<VersionGiven>): VersionGiven {
	return {
		main: { kind: 'file', file: textFile(DRAFT_TEXT) },
		annexes: [],
		keptAnnexes: [],
		typedTitle: null,
		...more,
	}
}

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

async function clearedMatter(shell: TestShell, org: Awaited<ReturnType<typeof seedOrganisation>>) {
	const matterId = await submittedMatter(shell, org)
	const clearanceId = await clearanceOn(shell, org, matterId)
	must(await proposeAgendaItem(shell, org.actors.head, orderOn(shell, matterId), PROPOSAL))
	return { matterId, clearanceId }
}

test('a version is the text that was read, its file by hash, and what was declared of it', async () => {
	const { shell, org } = await desk()
	const matterId = await openedMatter(shell, org)
	const uploaded = must(await uploadText(shell, org, matterId, DRAFT_TEXT)).value
	expect(uploaded).toMatchObject({ versionNo: 1, isSubmittable: true, endedClearance: null })
	const version = await shell.db.draftVersion.findFirstOrThrow({ include: { files: true } })
	expect(version).toMatchObject({
		id: uploaded.versionId,
		text: DRAFT_TEXT,
		uploadedBy: org.actors.drafter.personId,
	})
	expect(version.files).toMatchObject([{ role: 'main', name: 'draft.txt', secrecy: 'internal', position: 0 }])
	const kept = await shell.blobs.read(version.files[0]?.sha256 ?? '')
	expect(new TextDecoder().decode(kept)).toBe(DRAFT_TEXT)
	expect((await matterOf(shell, org, matterId)).currentVersionId).toBe(uploaded.versionId)
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'version.uploaded',
		detail: { version: 1, contentSha256: version.contentSha256 },
	})
})

test('a pasted text is kept as a file of its own', async () => {
	const { shell, org } = await desk()
	const matterId = await openedMatter(shell, org)
	const main = { kind: 'pasted', text: DRAFT_TEXT, secrecy: 'public' } as const
	must(await uploadVersion(shell, org.actors.drafter, orderOn(shell, matterId), given({ main })))
	const file = await shell.db.versionFile.findFirstOrThrow()
	expect(file).toMatchObject({ name: 'pasted.txt', mediaType: 'text/plain', secrecy: 'public' })
	expect(await shell.blobs.verify(file.sha256)).toBe(true)
})

test('annexes belong to the version: adding, keeping and dropping one are versions of their own', async () => {
	const { shell, org } = await desk()
	const { drafter } = org.actors
	const matterId = await openedMatter(shell, org)
	const annex = textFile('申请表', '附件1.txt')
	const kept = { main: { kind: 'kept' } } as const
	must(await uploadVersion(shell, drafter, orderOn(shell, matterId), given({ annexes: [annex] })))
	must(
		await uploadVersion(
			shell,
			drafter,
			orderOn(shell, matterId),
			given({ ...kept, keptAnnexes: [1], annexes: [textFile('证书样式', '附件2.txt')] }),
		),
	)
	must(await uploadVersion(shell, drafter, orderOn(shell, matterId), given({ ...kept, keptAnnexes: [2] })))
	const versions = await shell.db.draftVersion.findMany({
		orderBy: { versionNo: 'asc' },
		include: { files: { orderBy: { position: 'asc' } } },
	})
	expect(versions.map((version) => version.files.map((file) => file.name))).toEqual([
		['draft.txt', '附件1.txt'],
		['draft.txt', '附件1.txt', '附件2.txt'],
		['draft.txt', '附件2.txt'],
	])
	expect(new Set(versions.map((version) => version.contentSha256)).size).toBe(3)
	expect(versions.every((version) => version.text === DRAFT_TEXT)).toBe(true)
})

test('the same files again are no new version', async () => {
	const { shell, org } = await desk()
	const matterId = await openedMatter(shell, org)
	must(await uploadText(shell, org, matterId, DRAFT_TEXT))
	const again = await uploadText(shell, org, matterId, DRAFT_TEXT)
	expect(again).toEqual({ ok: false, reason: { code: 'same-content', versionNo: 1 } })
	expect(await shell.db.draftVersion.count()).toBe(1)
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'version.uploaded',
		outcome: 'refused',
		detail: { code: 'same-content' },
	})
})

test.each([
	['draft.txt', '机密★5年\n第一条　……', 'secret'],
	['机密-方案.txt', DRAFT_TEXT, 'secret'],
])(
	'a file %s that carries a marking is refused, not stored, and the security administrator is told',
	async (name, text, level) => {
		const { shell, org } = await desk()
		const matterId = await openedMatter(shell, org)
		const order = orderOn(shell, matterId)
		const main = { kind: 'file', file: textFile(text, name) } as const
		for (let time = 0; time < 2; time += 1) {
			const answer = await uploadVersion(shell, org.actors.drafter, order, given({ main }))
			expect(answer).toMatchObject({ ok: false, reason: { code: 'classified', level } })
		}
		expect(await shell.db.draftVersion.count()).toBe(0)
		expect(() => readdirSync(join(shell.directory, 'blobs', 'sha256'))).toThrow('ENOENT')
		const entry = await lastEntry(shell, `matter/${matterId}`)
		expect(entry).toMatchObject({ outcome: 'refused', detail: { code: 'classified', level } })
		expect(Object.keys(entry.detail).toSorted()).toEqual(['code', 'level'])
		const [told, ...more] = await readNotices(shell, org.actors.securityAdministrator)
		expect([told?.turnedAway, more]).toEqual([{ level, by: org.actors.drafter.name }, []])
		const receipt = await shell.db.commandReceipt.findFirstOrThrow({ where: { key: order.key } })
		expect(receipt.answer).not.toContain('第一条')
	},
)

test('a marked annex is refused with the whole version', async () => {
	const { shell, org } = await desk()
	const matterId = await openedMatter(shell, org)
	const annexes = [textFile('清单', '附件1.txt'), textFile('秘密★\n名单', '附件2.txt')]
	const answer = await uploadVersion(shell, org.actors.drafter, orderOn(shell, matterId), given({ annexes }))
	expect(answer).toMatchObject({ ok: false, reason: { code: 'classified' } })
	expect(await shell.db.versionFile.count()).toBe(0)
	expect(() => readdirSync(join(shell.directory, 'blobs', 'sha256'))).toThrow('ENOENT')
})

test.each([
	['empty.txt', '', 'empty-file'],
	['draft.docx', 'not a zip at all', 'not-a-zip'],
	['draft.pdf', '%PDF-1.7', 'pdf-file'],
	['draft.wps', 'x', 'old-word-file'],
	['draft.exe', 'MZ', 'wrong-suffix'],
])('a draft that cannot be read is refused by its cause: %s', async (name, bytes, cause) => {
	const { shell, org } = await desk()
	const matterId = await openedMatter(shell, org)
	const main = { kind: 'file', file: textFile(bytes, name) } as const
	const answer = await uploadVersion(shell, org.actors.drafter, orderOn(shell, matterId), given({ main }))
	expect(answer).toMatchObject({ ok: false, reason: { code: 'file-refused', cause, fileName: name } })
	expect(await shell.db.draftVersion.count()).toBe(0)
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		outcome: 'refused',
		detail: { cause },
	})
})

test('a file without a declaration is refused', async () => {
	const { shell, org } = await desk()
	const matterId = await openedMatter(shell, org)
	for (const secrecy of ['', 'secret']) {
		const main = { kind: 'file', file: textFile(DRAFT_TEXT, 'draft.txt', secrecy) } as const
		const answer = await uploadVersion(shell, org.actors.drafter, orderOn(shell, matterId), given({ main }))
		expect(answer).toEqual({ ok: false, reason: { code: 'unfitting', field: 'secrecy', problem: 'missing' } })
	}
})

test('text with a word that nobody sees may be kept, but not submitted', async () => {
	const { shell, org } = await desk()
	const matterId = await openedMatter(shell, org)
	const uploaded = must(
		await uploadText(shell, org, matterId, DRAFT_TEXT.replace('申请表', '申\u200b请表')),
	).value
	expect(uploaded.isSubmittable).toBe(false)
})

test('[27] another text ends the clearance at once, blocks the agenda item, and tells everybody who held it', async () => {
	const { shell, org } = await desk()
	const { matterId, clearanceId } = await clearedMatter(shell, org)
	const itemId = await listingOf(shell, org, matterId)
	const { title } = await matterOf(shell, org, matterId)
	const fell = must(await uploadText(shell, org, matterId, CHANGED, title)).value
	expect(fell.endedClearance).toMatch(/^青司审通〔2026〕/)
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'revising', changedAfterClearance: true, live: null })
	expect(matter.clearances[0]?.standing).toMatchObject({ state: 'void', cause: 'text-changed' })
	expect(matter.agendaItems).toMatchObject([
		{ id: itemId, state: 'blocked', stateReason: 'text-changed', listing: null },
	])
	expect((await entryKinds(shell, `matter/${matterId}`)).slice(-3)).toEqual([
		'version.uploaded',
		'agenda.blocked',
		'clearance.voided',
	])
	for (const name of ['reviewer', 'checker', 'signer', 'head', 'secretary', 'otherSecretary'] as const)
		expect(await noticesOf(shell, org.actors[name]), name).toContain('clearance.voided')
	expect(await noticesOf(shell, org.actors.otherReviewer)).not.toContain('clearance.voided')
	expect(await shell.db.clearanceLive.count({ where: { clearanceId } })).toBe(0)
})

test('a cleared text is replaced only by somebody who types its title, and a refusal changes nothing', async () => {
	const { shell, org } = await desk()
	const { matterId } = await clearedMatter(shell, org)
	for (const typedTitle of [null, '', '别的名称']) {
		const answer = await uploadText(shell, org, matterId, CHANGED, typedTitle)
		expect(answer).toEqual({
			ok: false,
			reason: { code: 'unfitting', field: 'typedTitle', problem: 'differs' },
		})
	}
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'cleared', changedAfterClearance: false, live: { state: 'valid' } })
	expect(await shell.db.draftVersion.count()).toBe(1)
})

test('the cleared text itself, uploaded again, ends nothing', async () => {
	const { shell, org } = await desk()
	const { matterId } = await clearedMatter(shell, org)
	const { title } = await matterOf(shell, org, matterId)
	expect(await uploadText(shell, org, matterId, DRAFT_TEXT, title)).toMatchObject({
		reason: { code: 'same-content' },
	})
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'cleared', live: { state: 'valid' } })
})

test('after a change the cleared text may come back as a new version, whose clearance the signing officer may renew', async () => {
	const { shell, org } = await desk()
	const { matterId } = await clearedMatter(shell, org)
	const { title } = await matterOf(shell, org, matterId)
	must(await uploadText(shell, org, matterId, CHANGED, title))
	const isTextAsCleared = async () => {
		const matter = await loadMatter(shell.db, org.jurisdictionId, matterId)
		return matter && factsOf(matter, await loadReference(shell.db, '2026-11-23')).isTextAsCleared
	}
	expect(await isTextAsCleared()).toBe(false)
	const order = orderOn(shell, matterId)
	const restored = must(
		await restoreVersion(shell, org.actors.drafter, order, { versionNo: 1, typedTitle: null }),
	)
	expect(restored.value).toMatchObject({ versionNo: 3, endedClearance: null })
	expect(await matterOf(shell, org, matterId)).toMatchObject({
		state: 'revising',
		changedAfterClearance: true,
		live: null,
	})
	expect(await isTextAsCleared()).toBe(true)
})

test('an earlier version that never was cannot be taken up', async () => {
	const { shell, org } = await desk()
	const matterId = await openedMatter(shell, org)
	must(await uploadText(shell, org, matterId, DRAFT_TEXT))
	const answer = await restoreVersion(shell, org.actors.drafter, orderOn(shell, matterId), {
		versionNo: 7,
		typedTitle: null,
	})
	expect(answer).toEqual({ ok: false, reason: { code: 'unfitting', field: 'versionNo', problem: 'unknown' } })
})

test('only the drafting unit uploads, and only while the text is in its hands', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	expect(await uploadText(shell, org, matterId, CHANGED)).toMatchObject({
		reason: { code: 'transition-refused', state: 'submitted', event: 'version.uploaded' },
	})
	for (const [name, code] of [
		['head', 'not-permitted'],
		['registrar', 'not-permitted'],
		['signer', 'not-permitted'],
		['otherDrafter', 'not-found'],
		['systemAdministrator', 'not-found'],
	] as const) {
		const theirs = given({ main: { kind: 'file', file: textFile(`${CHANGED}${name}`) } })
		const before = filesKept(shell)
		const answer = await uploadVersion(shell, org.actors[name], orderOn(shell, matterId), theirs)
		expect(answer, name).toMatchObject({ ok: false, reason: { code } })
		// What they brought is not kept either: nobody fills the disk by asking.
		expect(filesKept(shell), name).toEqual(before)
	}
	expect(await shell.db.draftVersion.count()).toBe(1)
})

function filesKept(shell: TestShell): string[] {
	return readdirSync(join(shell.directory, 'blobs'), { recursive: true, encoding: 'utf8' })
}

test('a file that the matter’s state refuses leaves nothing on the disk', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	const blobs = () =>
		readdirSync(join(shell.directory, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) =>
			entry.isFile(),
		).length
	const before = blobs()
	expect(await uploadText(shell, org, matterId, CHANGED)).toMatchObject({
		reason: { code: 'transition-refused' },
	})
	expect(blobs()).toBe(before)
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'version.uploaded',
		outcome: 'refused',
	})
})
