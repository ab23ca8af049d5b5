import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DepositSettings } from '#app/storage/deposit-settings.ts'
import { openCheckpoints } from '#app/storage/checkpoints.server.ts'
import { depositCheckpoints } from '#app/services/checkpoint/deposit-checkpoints.server.ts'
import { makeCheckpoint } from '#app/services/checkpoint/make-checkpoint.server.ts'
import { openDeposits } from '#app/services/checkpoint/open-deposits.server.ts'
import { type TestShell, openTestShell } from './open-test-shell.ts'
import { seedOrganisation } from './sample-organisation.ts'

/** A house whose checkpoints are laid down in a folder, and wherever else the settings say. */
export async function houseWithDeposits(more: Partial<DepositSettings> = {}) {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const folder = join(shell.directory, 'elsewhere')
	mkdirSync(folder)
	const settings: DepositSettings = { folder, witness: null, mail: null, ...more }
	return { shell: reopened(shell, settings), org, settings, id: org.jurisdictionId }
}

/** The same house as a process that has just started: it knows nothing but what the database and the deposits say. */
export function reopened(shell: TestShell, settings: DepositSettings): TestShell {
	const { key } = shell.checkpoints
	return { ...shell, checkpoints: openCheckpoints(key, openDeposits(settings, key)) }
}

/** Makes a checkpoint and lays it down. */
export async function checkpoint(shell: TestShell, jurisdictionId: string): Promise<void> {
	await makeCheckpoint(shell, jurisdictionId)
	await depositCheckpoints(shell, jurisdictionId)
}
