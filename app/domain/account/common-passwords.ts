/**
 * What leaked and guessed passwords are made of, compiled by hand for this product: words and keyboard walks that people
 * take when a rule asks them for a capital, a digit and a sign. Small letters; the longest that fits is looked for first.
 */
export const COMMON_PARTS: readonly string[] = [
	// Words for a password itself, for roles and for beginnings.
	...'password passwort passw0rd passwd pass pwd secret changeme change default initial temp test guest'.split(
		' ',
	),
	...'administrator admin root system sysadmin manager master user login welcome hello letmein access'.split(
		' ',
	),
	...'server oracle mysql sqlserver postgres windows office linux cisco huawei lenovo tencent alibaba'.split(
		' ',
	),
	// What is taken from the keyboard.
	...'qwertyuiop qwertyui qwerty qwert qwer asdfghjkl asdfgh asdfg asdf zxcvbnm zxcvbn zxcvb zxcv'.split(' '),
	...'qazwsxedc qazwsx 1qaz2wsx3edc 1qaz2wsx 1q2w3e4r5t 1q2w3e4r 1q2w3e q1w2e3r4 q1w2e3 zaqxsw'.split(' '),
	...'1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm qaz wsx edc rfv poiuytrewq lkjhgfdsa mnbvcxz'.split(' '),
	...'abcdefgh abcdefg abcdef abcde abcd abc aabbcc aaabbb'.split(' '),
	// What people here take.
	...'woaini iloveyou loveyou love wodemima mima zhongguo china beijing shanghai baobao laopo laogong'.split(
		' ',
	),
	...'woaizhongguo wosini caonima nihao zhang wang chen yang zhao huang zhou'.split(' '),
	...'monkey dragon sunshine princess football baseball superman batman shadow michael jordan'.split(' '),
	...'spring summer autumn winter monday friday january december zhengfu sifaju bangong shencha'.split(' '),
]

/** The product's own names: whoever guesses passwords of this house begins with them. */
export const PRODUCT_WORDS: readonly string[] = ['yiqian', '议前']
