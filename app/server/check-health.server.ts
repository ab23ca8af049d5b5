import { access, constants, statfs } from 'node:fs/promises'
import type { Shell } from '#app/services/shell.server.ts'

/** How the installation is: the database answers, the data folder can be written, the disk has room. */
export type Health = { readonly isWell: boolean; readonly database: boolean; readonly disk: boolean }

/** Below so many free bytes the disk counts as full, of whatever size it is: eight of the largest uploads still fit. */
const FREE_BYTES = 1024 ** 3

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
		return hasEnough(space)
	} catch {
		return false
	}
}

/** Whether a disk has room for work; how large it is does not matter. */
export function hasEnough(space: { readonly bavail: number; readonly bsize: number }): boolean {
	return space.bavail * space.bsize >= FREE_BYTES
}
