/** The words and signs that a duration target is written with, in the languages where they mean one thing only. */

/** Seconds in one of the unit. Only forms that name no other unit: `m` (metre, million) is not here. */
export const UNITS: ReadonlyMap<string, number> = new Map([
  ...units(0.001, 'ms msec millisecond milliseconds'),
  ...units(
    1,
    `s sec secs second seconds ″ "
     sek sekunde sekunden seconde secondes segundo segundos seg segs secondo secondi segon segons seconden secondi
     sekund sekunder sekundy sekunda sekundu sekuntia sekunti secunde secundă
     сек секунд секунда секунды секунду секунди saniye sn δευτερόλεπτα δευτερόλεπτο שניות ثانية ثواني सेकंड सेकेंड
     秒 秒钟 秒鐘 秒間 초 วินาที giây`,
  ),
  ...units(
    60,
    `min mins minute minutes ′ '
     minuten minuut minuto minutos minuti minut minuter minutter minutt minuty minuta minutę minute minuuttia minuutti
     мин минут минута минуты минуту хв хвилин хвилина хвилини dakika dk λεπτά λεπτό דקות דקה دقيقة دقائق मिनट
     分 分钟 分鐘 分間 분 นาที phút`,
  ),
  ...units(
    3600,
    `h hr hrs hour hours stunde stunden std heure heures hora horas ora ore uur timme timmar time timer godzina godziny
     час часа часов saat 小时 小時 時間 시간`,
  ),
]);

/** Words for "about". */
export const ABOUT = words(
  `≈ ~ ∼ ≅ ≃ ～ ∽ ≒ about approx approximately around roughly circa ca some maybe nearly almost
   ungefähr etwa zirka environ unos unas aprox aproximadamente alrededor más menos cerca ongeveer circa około ca
   примерно около приблизительно yaklaşık 约 約 大约 大約 およそ 약`,
);

/** Words that make the number the most that is allowed. */
export const AT_MOST = words(
  `≤ ⩽ < ≦ <= under below within max maximum maximal unter höchstens maximal moins máximo max hasta menos meno sotto onder
   hoogst до максимум 不超过 不超過 以内 以內 以下 이내 이하`,
);

/** Words that make the number the least that is asked for. */
export const AT_LEAST = words(`≥ ⩾ > ≧ >= over minimum mindestens über minimal mínimo oltre 以上 至少 이상 최소`);

/** Phrases of several words, put in place of their meaning before the words are read. */
export const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:up to|at most|no more than|not more than|less than|no longer than|shorter than|or less|or under|tops)\b/gi, ' ≤ '],
  [/\b(?:bis zu|weniger als|au plus|moins de|como máximo|menos de|al massimo|meno di|no máximo)(?![\p{L}])/giu, ' ≤ '],
  [/\b(?:at least|no less than|not less than|more than|longer than|or more)\b/gi, ' ≥ '],
  [/\b(?:mehr als|au moins|plus de|al menos|más de|almeno|più di|pelo menos)(?![\p{L}])/giu, ' ≥ '],
  [/\b(?:más o menos|a little under|just under|just over|a bit under)\b/gi, ' ≈ '],
  [/\b(?:one|a|an|1)\s+and\s+a\s+half\b/gi, ' 1.5 '],
  [/\b(one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s+and\s+a\s+half\b/gi, ' $1 0.5 '],
  [/\b(?:half a|half an|a half|one half|eine halbe|une demi|medio|media)[\s-]+(?=\p{L})/giu, ' 0.5 '],
];

/** Number words, in the languages whose units are above and where a short form is common in headings. */
export const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...numbers(1, 'a an one ein eine einer einen un une una uno um uma een en ett jedna одна одну 一'),
  ...numbers(2, 'two zwei deux dos due dois duas twee två dwie две 二 两 兩'),
  ...numbers(3, 'three drei trois tres tre três drie trzy три 三'),
  ...numbers(4, 'four vier quatre cuatro quattro quatro fyra 四'),
  ...numbers(5, 'five fünf cinq cinco cinque vijf fem 五'),
  ...numbers(6, 'six sechs seis sei 六'),
  ...numbers(7, 'seven sieben sept siete 七'),
  ...numbers(8, 'eight acht huit ocho 八'),
  ...numbers(9, 'nine neun neuf nueve 九'),
  ...numbers(10, 'ten zehn dix diez dieci dez tien tio 十'),
  ...numbers(12, 'twelve zwölf douze doce'),
  ...numbers(15, 'fifteen fünfzehn quinze quince 十五'),
  ...numbers(20, 'twenty zwanzig vingt veinte venti 二十'),
  ...numbers(25, 'twenty-five'),
  ...numbers(30, 'thirty dreißig dreissig trente treinta trenta dertig trettio 三十'),
  ...numbers(40, 'forty vierzig quarante cuarenta 四十'),
  ...numbers(45, 'forty-five fünfundvierzig quarante-cinq 四十五'),
  ...numbers(50, 'fifty fünfzig cinquante cincuenta'),
  ...numbers(60, 'sixty sechzig soixante sesenta 六十'),
  ...numbers(75, 'seventy-five'),
  ...numbers(90, 'ninety neunzig quatre-vingt-dix noventa 九十'),
  ...numbers(0.5, 'half halbe demi media medio 半'),
]);

/** Words between the two ends of a range. */
export const RANGE = words(`- – — ‐ ‑ ‒ ― − ﹣ － 〜 ~ ～ to until through or bis oder à ou a o au até tot 至 到 から`);

/** Words that may stand around a target and say nothing about its length. */
export const FILLERS = words(
  `target targets time timing aim aiming goal duration length budget for limit in the of is
   long total each answer version spoken aloud speaking read ish only please ideally now per said say
   ziel zeit dauer objectif durée objetivo tiempo duración obiettivo durata 目标 目標 时长 時長 時間 목표
   ⏱ ⏲ ⌛ ⏳ 🕐 🕑 🕒 ⏰ ⏱️ ⏲️ ⏰️`,
);

/** What writers put where a number is still to come. */
export const PLACEHOLDERS = words('? ?? ??? x xx xxx n nn _ __ ___ … ... tbd todo tbc #');

function units(seconds: number, forms: string): readonly (readonly [string, number])[] {
  return split(forms).map((form) => [form, seconds] as const);
}

function numbers(value: number, forms: string): readonly (readonly [string, number])[] {
  return split(forms).map((form) => [form, value] as const);
}

function words(forms: string): ReadonlySet<string> {
  return new Set(split(forms));
}

function split(forms: string): readonly string[] {
  return forms.trim().split(/\s+/);
}
