import { access, constants, statfs } from 'node:fs/promises'
import type { Shell } from '#app/services/shell.server.ts'

/** How the installation is: the database answers, the data folder can be written, the disk has room. */
export type Health = { readonly isWell: boolean; readonly database: boolean; readonly disk: boolean }

/** Below this share of free space the disk counts as full: it is better to stop than to fail in the middle. */
const FREE_SHARE = 0.05

/** Asks the database and the disk how they are. */
export async function checkHealth(shell: Shell, dataDirectory: string): Promise<Health> {
	const [database, disk] = await Promise.all([answers(shell), hasRoom(dataDirectory)])
	return { isWell: database && disk, database, disk }
}

async function answers(shell: Shell): Promise<boolean> {
	try {
		await shell.db.installation.findFirst()
		return true
	} catch {
		return false
	}
}

async function hasRoom(folder: string): Promise<boolean> {
	try {
		await access(folder, constants.W_OK)
		const space = await statfs(folder)
		return space.bavail / space.blocks > FREE_SHARE
	} catch {
		return false
	}
}
