import { expect, test } from 'vitest'
import { deviceOf } from '#app/domain/account/user-agent.ts'

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
	[`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/126.0.0.0 Safari/537.36`, 'chrome', 'windows'],
	[
		`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`,
		'edge',
		'windows',
	],
	['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'firefox', 'linux'],
	[
		`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15`,
		'safari',
		'mac',
	],
	[
		`Mozilla/5.0 (Linux; Android 14; Pixel 8) ${WEBKIT} Chrome/126.0.0.0 Mobile Safari/537.36`,
		'chrome',
		'android',
	],
	[
		`Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49`,
		'wechat',
		'iphone',
	],
	[
		`Mozilla/5.0 (X11; Linux x86_64; UOS Professional) ${WEBKIT} Chrome/108.0.5359.125 UOSBrowser Safari/537.36`,
		'uos',
		'uos',
	],
	['curl/8.5.0', null, null],
	['', null, null],
])('a session is named by its browser and its system: %s', (userAgent, browser, system) => {
	expect(deviceOf(userAgent)).toEqual({ browser, system })
})
