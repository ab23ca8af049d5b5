import { z } from 'zod'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { type PlainDate, dayProblem, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { SIGNATURE_TYPES, readVerifierKey } from '#app/domain/checkpoint/signed-note.ts'
import type { DepositSettings } from '#app/storage/deposit-settings.ts'

/** What the environment says, parsed once. */
export type Settings = {
	/** The address that is listened on: this machine alone unless another is named. */
	readonly host: string
	readonly port: number
	readonly dataDirectory: string
	readonly databaseUrl: string
	readonly origin: string
	readonly isSecure: boolean
	/** The origins whose forms are taken; on loopback both of its names. */
	readonly origins: readonly string[]
	/** Null until the start has read or made the secrets of the data folder. */
	readonly sessionSecrets: readonly string[] | null
	readonly clearanceKeyFile: string | null
	readonly checkpointKeyFile: string | null
	/** Where checkpoints are laid down outside the house. */
	readonly deposits: DepositSettings
	/** The proxies in front whose word is taken for the address of whoever asks. */
	readonly proxies: readonly string[]
	/** From which day on whoever signs, checks or confirms has to have a second factor; null where it is left to them. */
	readonly secondFactorFrom: PlainDate | null
	/** What makes .docx of drafts in older formats; null where they are refused. */
	readonly converter: 'libreoffice' | null
	readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** A setting that cannot stand; the start prints the reason and stops. */
export class SettingRefused extends Error {
	readonly setting: string
	constructor(setting: string, reason: string) {
		super(`${setting}: ${reason}`)
		this.setting = setting
	}
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

const Environment = z.object({
	HOST: z.string().optional(),
	PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
	YIQIAN_DATA_DIR: z.string().min(1).default('data'),
	DATABASE_URL: z.string().optional(),
	YIQIAN_ORIGIN: z.string().optional(),
	SESSION_SECRETS: z.string().optional(),
	CLEARANCE_KEY_FILE: z.string().optional(),
	CHECKPOINT_KEY_FILE: z.string().optional(),
	CHECKPOINT_FOLDER: z.string().optional(),
	CHECKPOINT_WITNESS_URL: z.string().optional(),
	CHECKPOINT_WITNESS_KEY: z.string().optional(),
	CHECKPOINT_MAIL_FOLDER: z.string().optional(),
	CHECKPOINT_MAIL_TO: z.string().optional(),
	TRUSTED_PROXIES: z.string().optional(),
	SECOND_FACTOR_FROM: z.string().optional(),
	YIQIAN_CONVERTER: z.enum(['off', 'libreoffice']).default('off'),
	LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/**
 * Reads the settings. Every one has a sane default.
 *
 * @throws SettingRefused with the name of the setting and the reason
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
	const parsed = Environment.safeParse(withoutEmpty(environment))
	if (!parsed.success) {
		const issue = parsed.error.issues[0]
		throw new SettingRefused(String(issue?.path[0] ?? 'environment'), issue?.message ?? 'cannot be read')
	}
	const values = parsed.data
	const dataDirectory = resolve(values.YIQIAN_DATA_DIR)
	const origin = readOrigin(values.YIQIAN_ORIGIN ?? `http://127.0.0.1:${values.PORT}`)
	return {
		host: readHost(values.HOST, origin),
		port: values.PORT,
		dataDirectory,
		databaseUrl: readDatabaseUrl(values.DATABASE_URL, dataDirectory),
		origin: origin.origin,
		isSecure: origin.protocol === 'https:',
		origins: originsOf(origin),
		sessionSecrets: readSecrets(values.SESSION_SECRETS),
		clearanceKeyFile: values.CLEARANCE_KEY_FILE ? resolve(values.CLEARANCE_KEY_FILE) : null,
		checkpointKeyFile: values.CHECKPOINT_KEY_FILE ? resolve(values.CHECKPOINT_KEY_FILE) : null,
		deposits: {
			folder: values.CHECKPOINT_FOLDER ? resolve(values.CHECKPOINT_FOLDER) : null,
			witness: readWitness(values.CHECKPOINT_WITNESS_URL, values.CHECKPOINT_WITNESS_KEY),
			mail: readMail(values.CHECKPOINT_MAIL_FOLDER, values.CHECKPOINT_MAIL_TO),
		},
		proxies: readProxies(values.TRUSTED_PROXIES, origin.protocol === 'https:'),
		secondFactorFrom: readDay('SECOND_FACTOR_FROM', values.SECOND_FACTOR_FROM),
		converter: values.YIQIAN_CONVERTER === 'off' ? null : values.YIQIAN_CONVERTER,
		logLevel: values.LOG_LEVEL,
	}
}

function withoutEmpty(environment: Readonly<Record<string, string | undefined>>) {
	return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}

function readOrigin(text: string): URL {
	const origin = URL.canParse(text) ? new URL(text) : null
	if (!origin || !['http:', 'https:'].includes(origin.protocol) || origin.pathname !== '/')
		throw new SettingRefused('YIQIAN_ORIGIN', `"${text}" is not an origin such as https://review.example`)
	if (origin.protocol === 'http:' && !LOOPBACK.has(origin.hostname))
		throw new SettingRefused(
			'YIQIAN_ORIGIN',
			'http is accepted for loopback only: passwords and drafts would travel in the clear',
		)
	return origin
}

/** With http the address of the origin itself, with https this machine, where the proxy stands. */
function readHost(text: string | undefined, origin: URL): string {
	const isSecure = origin.protocol === 'https:'
	if (text === undefined) return !isSecure && origin.hostname === '[::1]' ? '::1' : '127.0.0.1'
	if (isIP(text) === 0)
		throw new SettingRefused('HOST', `"${text}" is no address such as 127.0.0.1, 10.1.2.3 or 0.0.0.0`)
	if (!isSecure && text !== '::1' && !text.startsWith('127.'))
		throw new SettingRefused(
			'HOST',
			`${text} is reached by other machines, and without an https YIQIAN_ORIGIN they would be answered in the clear`,
		)
	return text
}

function originsOf(origin: URL): string[] {
	if (!LOOPBACK.has(origin.hostname)) return [origin.origin]
	const port = origin.port === '' ? '' : `:${origin.port}`
	return ['127.0.0.1', 'localhost', '[::1]'].map((host) => `${origin.protocol}//${host}${port}`)
}

function readDatabaseUrl(text: string | undefined, dataDirectory: string): string {
	if (text === undefined) return `file:${dataDirectory}/yiqian.db`
	if (text.startsWith('file:') || /^postgres(ql)?:\/\//.test(text)) return text
	const scheme = text.split(':')[0] ?? ''
	throw new SettingRefused(
		'DATABASE_URL',
		`"${scheme}:" is not known; use file:… for SQLite or postgres://… for PostgreSQL`,
	)
}

function readSecrets(text: string | undefined): string[] | null {
	if (text === undefined) return null
	const secrets = text.split(',').map((secret) => secret.trim())
	if (secrets.some((secret) => secret.length < 32))
		throw new SettingRefused(
			'SESSION_SECRETS',
			'each secret needs at least 32 characters, separated by commas',
		)
	return secrets
}

/** With https a proxy stands in front, as a rule on this machine; without it nobody does. */
function readProxies(text: string | undefined, isSecure: boolean): string[] {
	if (text === undefined) return isSecure ? ['loopback'] : []
	const proxies = text.split(',').map((proxy) => proxy.trim())
	const wrong = proxies.find((proxy) => !isAddressOrRange(proxy))
	if (wrong !== undefined)
		throw new SettingRefused(
			'TRUSTED_PROXIES',
			`"${wrong}" is no address or range such as 10.1.2.3 or 10.1.0.0/16`,
		)
	return proxies
}

function isAddressOrRange(text: string): boolean {
	const [address = '', bits, ...more] = text.split('/')
	const most = { 4: 32, 6: 128 }[isIP(address)] ?? 0
	if (most === 0 || more.length > 0) return false
	return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most)
}

function readDay(setting: string, text: string | undefined): PlainDate | null {
	if (text === undefined) return null
	if (dayProblem(text) !== null) throw new SettingRefused(setting, `"${text}" is no day such as 2027-01-01`)
	return parsePlainDate(text)
}

function readWitness(url: string | undefined, word: string | undefined): DepositSettings['witness'] {
	if (!url) return null
	if (!/^https?:\/\//.test(url) || !URL.canParse(url))
		throw new SettingRefused(
			'CHECKPOINT_WITNESS_URL',
			'give the http(s) address that the witness takes checkpoints at',
		)
	const key = readVerifierKey(word ?? '')
	if (key?.type !== SIGNATURE_TYPES.cosignature)
		throw new SettingRefused(
			'CHECKPOINT_WITNESS_KEY',
			'give the verifier key of the witness (name+id+key, a key for cosignatures), which whoever runs it tells you',
		)
	return { url: url.replace(/\/$/, ''), key }
}

function readMail(folder: string | undefined, to: string | undefined): DepositSettings['mail'] {
	if (!folder) return null
	if (!to || !/^[^\s@<>]+@[^\s@<>]+$/.test(to))
		throw new SettingRefused('CHECKPOINT_MAIL_TO', 'give the address that checkpoints are sent to')
	return { folder: resolve(folder), to }
}
