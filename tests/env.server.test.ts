import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, SettingRefused } from '#app/env.server.ts'

test('without any setting there is a sane default for each', () => {
	const settings = readSettings({})
	expect(settings).toMatchObject({
		port: 3000,
		dataDirectory: resolve('data'),
		databaseUrl: `file:${resolve('data')}/yiqian.db`,
		origin: 'http://127.0.0.1:3000',
		isSecure: false,
		sessionSecrets: null,
		logLevel: 'info',
	})
})

test('an empty setting is no setting', () => {
	expect(readSettings({ PORT: '', YIQIAN_ORIGIN: '', DATABASE_URL: '' }).port).toBe(3000)
})

test.each([
	['a port that is none', { PORT: 'web' }, 'PORT'],
	['port 0', { PORT: '0' }, 'PORT'],
	['a port beyond the last', { PORT: '70000' }, 'PORT'],
	['half a port', { PORT: '80.5' }, 'PORT'],
	['http to other machines', { YIQIAN_ORIGIN: 'http://review.example' }, 'YIQIAN_ORIGIN'],
	['a host that only begins like loopback', { YIQIAN_ORIGIN: 'http://localhost.example' }, 'YIQIAN_ORIGIN'],
	['an origin with a path', { YIQIAN_ORIGIN: 'https://review.example/app' }, 'YIQIAN_ORIGIN'],
	['an origin that is no address', { YIQIAN_ORIGIN: 'review.example' }, 'YIQIAN_ORIGIN'],
	['a database that we do not speak', { DATABASE_URL: 'mysql://db.example/yiqian' }, 'DATABASE_URL'],
	['a database without a scheme', { DATABASE_URL: 'yiqian.db' }, 'DATABASE_URL'],
	['a host that is no address', { HOST: 'review.example' }, 'HOST'],
	['O12 other machines without https', { HOST: '0.0.0.0' }, 'HOST'],
	['a secret that can be guessed', { SESSION_SECRETS: 'short' }, 'SESSION_SECRETS'],
	['one short secret among long ones', { SESSION_SECRETS: `${'a'.repeat(40)},short` }, 'SESSION_SECRETS'],
	['a proxy that is no address', { TRUSTED_PROXIES: '10.0.0.1, proxy.example' }, 'TRUSTED_PROXIES'],
	['a range that is too wide', { TRUSTED_PROXIES: '0.0.0.0/0' }, 'TRUSTED_PROXIES'],
	['a log level that is none', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
])('%s is refused by name', (_case, environment, setting) => {
	const read = () => readSettings(environment)
	expect(read).toThrow(SettingRefused)
	expect(read).toThrow(new RegExp(`^${setting}: .{10}`))
})

test.each([
	['https to anywhere', 'https://review.example', true],
	['http to this machine by name', 'http://localhost:4000', false],
	['http to this machine by number', 'http://127.0.0.1:4000', false],
])('%s is taken', (_case, origin, isSecure) => {
	expect(readSettings({ YIQIAN_ORIGIN: origin })).toMatchObject({ origin, isSecure })
})

test('on this machine both of its names are one place, elsewhere only the one that was set', () => {
	expect(readSettings({ PORT: '4000' }).origins).toEqual([
		'http://127.0.0.1:4000',
		'http://localhost:4000',
		'http://[::1]:4000',
	])
	expect(readSettings({ YIQIAN_ORIGIN: 'https://review.example' }).origins).toEqual([
		'https://review.example',
	])
})

test('several secrets may stand beside each other, so that one can be replaced', () => {
	const [present, former] = ['a'.repeat(32), 'b'.repeat(32)]
	expect(readSettings({ SESSION_SECRETS: `${present}, ${former}` }).sessionSecrets).toEqual([present, former])
})

test('with https a proxy on this machine is believed, others only by name; without https nobody is', () => {
	const YIQIAN_ORIGIN = 'https://review.example'
	expect(readSettings({}).proxies).toEqual([])
	expect(readSettings({ YIQIAN_ORIGIN }).proxies).toEqual(['loopback'])
	const TRUSTED_PROXIES = '10.1.2.3, 10.2.0.0/16, fd00::/8'
	expect(readSettings({ YIQIAN_ORIGIN, TRUSTED_PROXIES }).proxies).toEqual([
		'10.1.2.3',
		'10.2.0.0/16',
		'fd00::/8',
	])
})

test.each([
	['nothing is set', {}, '127.0.0.1'],
	['O12 the origin is https', { YIQIAN_ORIGIN: 'https://review.example' }, '127.0.0.1'],
	[
		'a proxy stands on another machine',
		{ YIQIAN_ORIGIN: 'https://review.example', HOST: '10.1.2.3' },
		'10.1.2.3',
	],
	['O16 the origin is the other loopback', { YIQIAN_ORIGIN: 'http://[::1]:3000' }, '::1'],
])('where %s, the server listens on an address that fits', (_case, environment, host) => {
	expect(readSettings(environment).host).toBe(host)
})
