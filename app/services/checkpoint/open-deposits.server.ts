import type { DepositSettings } from '#app/storage/deposit-settings.ts'
import { openDepositFolder } from '#app/storage/deposit-folder.server.ts'
import { openDepositMail } from '#app/storage/deposit-mail.server.ts'
import { openDepositWitness } from '#app/storage/deposit-witness.server.ts'
import type { CheckpointKey } from '#app/storage/checkpoint-key.server.ts'
import type { Deposit } from '#app/storage/checkpoints.server.ts'

/** The targets that the settings name; none where they name none. */
export function openDeposits(
	{ folder, witness, mail }: DepositSettings,
	key: Pick<CheckpointKey, 'asNoteKey'>,
): readonly Deposit[] {
	return [
		...(folder === null ? [] : [inFolder(folder, key)]),
		...(witness === null ? [] : [atWitness(witness, key)]),
		...(mail === null ? [] : [byMail(mail)]),
	]
}

function inFolder(path: string, key: Pick<CheckpointKey, 'asNoteKey'>): Deposit {
	const folder = openDepositFolder(path)
	return {
		target: 'folder',
		put: async (checkpoint) => {
			await folder.put(checkpoint)
			return null
		},
		newest: async (origin) => {
			const newest = await folder.newest(origin, key.asNoteKey(origin))
			return newest && { ...newest, target: 'folder' }
		},
		all: async function* (origin) {
			for await (const each of folder.all(origin, key.asNoteKey(origin))) yield { ...each, target: 'folder' }
		},
		leavesFrom: folder.leavesFrom,
	}
}

function atWitness(
	{ url, key: witnessKey }: NonNullable<DepositSettings['witness']>,
	key: Pick<CheckpointKey, 'asNoteKey'>,
): Deposit {
	const witness = openDepositWitness(url, witnessKey)
	return {
		target: 'witness',
		put: witness.put,
		newest: async (origin) => {
			const newest = await witness.newest(origin, key.asNoteKey(origin))
			return newest && { ...newest, target: 'witness' }
		},
		all: nothing,
		leavesFrom: async () => [],
	}
}

function byMail({ folder, to }: NonNullable<DepositSettings['mail']>): Deposit {
	const mail = openDepositMail(folder, to)
	return {
		target: 'mail',
		put: async (checkpoint) => {
			await mail.put(checkpoint)
			return null
		},
		newest: async () => null,
		all: nothing,
		leavesFrom: async () => [],
	}
}

/** A witness tells the newest alone, and a letter cannot be read again. */
async function* nothing(): AsyncGenerator<never> {}
