import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/**
 * Where the tests make their databases: in memory where the system offers enough of it. They are thrown away, and what
 * a power cut would leave is asked of the real disk by `npm run test:kill`.
 */
export function folderForTests(): string {
	const memory = '/dev/shm'
	const enough = 2 ** 31
	try {
		const { bavail, bsize } = statfsSync(memory)
		return bavail * bsize >= enough ? memory : tmpdir()
	} catch {
		return tmpdir()
	}
}
