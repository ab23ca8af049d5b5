/**
 * `npm run lock:complete`: completes package-lock.json for all platforms. npm leaves out optional packages of other
 * platforms whose exact version its registry does not have, and `npm ci` then refuses the lock. With `--check` nothing
 * is written; the exit status says whether something is missing or a download host is named.
 */
import { readFileSync, writeFileSync } from 'node:fs'

type Entry = {
	version?: string
	resolved?: string
	dev?: boolean
	optional?: boolean
	cpu?: string[]
	os?: string[]
	optionalDependencies?: Record<string, string>
}
type Lock = { packages: Record<string, Entry> }

const FILE = 'package-lock.json'
const SYSTEMS: Readonly<Record<string, string>> = {
	aix: 'aix',
	android: 'android',
	darwin: 'darwin',
	freebsd: 'freebsd',
	linux: 'linux',
	netbsd: 'netbsd',
	openbsd: 'openbsd',
	openharmony: 'openharmony',
	sunos: 'sunos',
	win32: 'win32',
	windows: 'win32',
}
const PROCESSORS = [
	'arm64',
	'arm',
	'ia32',
	'loong64',
	'mips64el',
	'ppc64',
	'riscv64',
	's390x',
	'wasm32',
	'x64',
]

const lock = JSON.parse(readFileSync(FILE, 'utf8')) as Lock
const added = addMissing(lock.packages)
const hosts = Object.values(lock.packages).filter((entry) => entry.resolved !== undefined).length
if (process.argv.includes('--check')) {
	console.log(`${added} entries missing, ${hosts} download addresses`)
	process.exitCode = added + hosts === 0 ? 0 : 1
} else {
	for (const entry of Object.values(lock.packages)) delete entry.resolved
	lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
	writeFileSync(FILE, `${JSON.stringify(lock, null, '\t')}\n`)
	console.log(`${added} entries added, ${hosts} download addresses removed`)
}

function addMissing(packages: Record<string, Entry>): number {
	let count = 0
	for (const [place, entry] of Object.entries(packages))
		for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
			if (!/^\d+\.\d+\.\d+/.test(version) || isThere(packages, place, name)) continue
			const key =
				name in packages || `node_modules/${name}` in packages
					? `${place}/node_modules/${name}`
					: `node_modules/${name}`
			packages[key] = { version, optional: true, ...(entry.dev ? { dev: true } : {}), ...platformOf(name) }
			count += 1
		}
	return count
}

/** Whether Node would find the package from that place: in it, or in any folder above. */
function isThere(packages: Record<string, Entry>, place: string, name: string): boolean {
	for (let folder = place; ;) {
		if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true
		if (folder === '') return false
		const above = folder.lastIndexOf('/node_modules/')
		folder = above < 0 ? '' : folder.slice(0, above)
	}
}

function platformOf(name: string): Pick<Entry, 'cpu' | 'os'> {
	const words = (name.split('/').at(-1) ?? '').split('-')
	const system = Object.keys(SYSTEMS).find((known) => words.includes(known))
	const processor = PROCESSORS.find((known) => words.includes(known))
	return {
		...(processor ? { cpu: [processor] } : {}),
		...(system ? { os: [SYSTEMS[system] ?? system] } : {}),
	}
}
