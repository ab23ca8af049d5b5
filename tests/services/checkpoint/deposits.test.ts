import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeAndDeposit } from '#app/jobs/keep-checkpoints.server.ts'
import { openCheckpoint, originOf } from '#app/domain/checkpoint/checkpoint.ts'
import { findBehind, findDiffering } from '#app/services/checkpoint/find-behind.server.ts'
import { makeCheckpoint } from '#app/services/checkpoint/make-checkpoint.server.ts'
import { checkpoint, houseWithDeposits, reopened } from '#tests/support/checkpoint-steps.ts'
import { openedMatter } from '#tests/support/drafting-steps.ts'
import { openWitness } from '#tests/support/witness.ts'

test('a folder gets every checkpoint with the leaves that came since, and nothing twice', async () => {
	const { shell, org, settings, id } = await houseWithDeposits()
	await openedMatter(shell, org)
	await checkpoint(shell, id)
	await checkpoint(shell, id)
	await openedMatter(shell, org)
	await checkpoint(shell, id)
	const [place = ''] = readdirSync(settings.folder ?? '')
	const folder = join(settings.folder ?? '', place)
	const files = readdirSync(folder).sort()
	expect(files).toHaveLength(4)
	const leaves = files
		.filter((name) => name.startsWith('leaves-'))
		.flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
	const list = await shell.db.checkpointLeaf.findMany({ orderBy: { position: 'asc' } })
	expect(leaves).toEqual(list.map(({ stream, seq, hash }) => `${stream} ${seq} ${hash}`))
	const key = shell.checkpoints.key.asNoteKey(originOf(id))
	const sizes = files
		.filter((name) => name.startsWith('checkpoint-'))
		.map((name) => openCheckpoint(readFileSync(join(folder, name), 'utf8'), [key])?.size)
	const made = await shell.db.checkpoint.findMany({ orderBy: { size: 'asc' } })
	expect(sizes).toEqual(made.map(({ size }) => size))
	expect(await findBehind(reopened(shell, settings), id)).toBeNull()
	expect(await findDiffering(shell, id)).toEqual([])
})

test('a folder that is not there keeps nobody from working; it is tried again, and the failure is kept', async () => {
	const { shell, org, settings, id } = await houseWithDeposits()
	rmSync(settings.folder ?? '', { recursive: true })
	await openedMatter(shell, org)
	expect(await makeAndDeposit(shell)).toBe(false)
	expect(await shell.db.checkpoint.count()).toBe(1)
	expect(shell.checkpoints.failures.get('folder')?.reason).toContain('ENOENT')
	expect(await shell.db.checkpointDeposit.count()).toBe(0)
	mkdirSync(settings.folder ?? '')
	expect(await makeAndDeposit(shell)).toBe(true)
	expect(shell.checkpoints.failures.size).toBe(0)
	expect(await shell.db.checkpointDeposit.count({ where: { jurisdictionId: id, target: 'folder' } })).toBe(1)
})

test('a witness cosigns what has grown, is told the proof, and catches up after it was down', async () => {
	const { shell: house, org, id } = await houseWithDeposits()
	const witness = await openWitness(house.checkpoints.key.asNoteKey(originOf(id)))
	const settings = { folder: null, mail: null, witness: { url: witness.url, key: witness.key } }
	const shell = reopened(house, settings)
	await openedMatter(shell, org)
	await checkpoint(shell, id)
	await openedMatter(shell, org)
	await checkpoint(shell, id)
	expect(witness.state.size).toBe(await shell.db.checkpointLeaf.count())
	witness.state.isDown = true
	await openedMatter(shell, org)
	await checkpoint(shell, id)
	expect(shell.checkpoints.failures.get('witness')?.reason).toContain('503')
	witness.state.isDown = false
	await openedMatter(shell, org)
	await checkpoint(shell, id)
	expect(shell.checkpoints.failures.size).toBe(0)
	const kept = await shell.db.checkpointDeposit.findMany({ orderBy: { size: 'asc' } })
	expect(kept).toHaveLength(3)
	expect(kept.every(({ cosignature }) => cosignature?.startsWith('— witness.example/test '))).toBe(true)
	expect(witness.state.size).toBe(await shell.db.checkpointLeaf.count())
})

test('a deposit that this database has forgotten is no reason to fail: the witness says how far it is', async () => {
	const { shell: house, org, id } = await houseWithDeposits()
	const witness = await openWitness(house.checkpoints.key.asNoteKey(originOf(id)))
	const shell = reopened(house, {
		folder: null,
		mail: null,
		witness: { url: witness.url, key: witness.key },
	})
	await openedMatter(shell, org)
	await makeCheckpoint(shell, id)
	// The witness took it, and the answer was lost.
	const taken = await shell.db.checkpoint.findFirstOrThrow()
	await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body: `old 0\n\n${taken.note}` })
	expect(witness.state.size).toBe(taken.size)
	await openedMatter(shell, org)
	await checkpoint(shell, id)
	expect(shell.checkpoints.failures.size).toBe(0)
	expect(witness.state.size).toBe(await shell.db.checkpointLeaf.count())
})

test('mail is a letter in a folder, whole, with the note in it', async () => {
	const { shell: house, org, id } = await houseWithDeposits()
	const folder = join(house.directory, 'outbox')
	mkdirSync(folder)
	const mail = { folder, to: 'jiancha@example.gov.cn' }
	const shell = reopened(house, { folder: null, witness: null, mail })
	await openedMatter(shell, org)
	await checkpoint(shell, id)
	const [name = ''] = readdirSync(folder)
	const letter = readFileSync(join(folder, name), 'utf8')
	expect(name).toMatch(/^checkpoint-\d{12}\.eml$/)
	expect(letter).toContain('To: jiancha@example.gov.cn\r\n')
	const body = Buffer.from(letter.slice(letter.indexOf('\r\n\r\n')), 'base64').toString()
	expect(body).toBe((await shell.db.checkpoint.findFirstOrThrow()).note)
})

test('a stranger’s file in the folder says nothing', async () => {
	const { shell, org, settings, id } = await houseWithDeposits()
	await openedMatter(shell, org)
	await checkpoint(shell, id)
	const [place = ''] = readdirSync(settings.folder ?? '')
	const folder = join(settings.folder ?? '', place)
	const note = readdirSync(folder).find((name) => name.startsWith('checkpoint-')) ?? ''
	const text = readFileSync(join(folder, note), 'utf8').replace(/\n\d+\n/, '\n999\n')
	writeFileSync(join(folder, 'checkpoint-000000000999.txt'), text)
	expect(await findBehind(reopened(shell, settings), id)).toBeNull()
})
