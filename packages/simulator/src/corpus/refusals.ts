/** Something that is not helped with, and what is said instead. */
export interface Harm {
  readonly name: string;
  readonly asks: readonly RegExp[];
  /** Words that make it a question about protection, history or fiction. */
  readonly unless?: RegExp;
  readonly text: string;
}

const make = '(?:make|build|create|assemble|construct|produce|synthesi[sz]e|cook|mix)';
const code = '(?:write|code|make|build|create|give|program|develop)';
const protective =
  /\b(?:protect|prevent|defend|detect|remove|stop|avoid|secure|against|mitigat\w*|history|novel|explain what|what is|what are)\b/i;

/** What is refused, the gravest first. The rest is answered, or not known. */
export const harms: readonly Harm[] = [
  {
    name: 'self-harm',
    asks: [
      /\b(?:kill|hurt|harm|cut|hang) myself\b/i,
      /\b(?:commit|attempt|commiting) suicide\b|\bsuicidal\b|\bend my (?:own )?life\b/i,
      /\bways? to die\b|\bwant to die\b|\bdon['’]?t want to (?:live|be alive)\b/i,
    ],
    text: '[[I’m really sorry you are feeling this way|I’m so sorry that you are going through this|I’m sorry it hurts this much right now]]. [[I can’t help with hurting yourself, but you deserve help|I won’t help with that, and I do want you to be safe|That is not something I can help with, but you are not alone]]. [[Please reach out to someone you trust, or to your local emergency number|Please call a crisis line or your local emergency number, or tell someone near you|If you are in danger now, please call your local emergency number, or talk to someone close to you]]; in the US you can call or text 988 at any time.',
  },
  {
    name: 'weapons',
    asks: [
      new RegExp(
        `\\b${make}\\b[^.?!\\n]{0,40}\\b(?:pipe ?bombs?|bombs?|explosives?|grenades?|molotov|nerve (?:gas|agent)|sarin|ricin|anthrax|bioweapons?|chemical weapons?|dirty bomb|detonators?|napalm|thermite)\\b`,
        'i',
      ),
      new RegExp(
        `\\b${make}\\b[^.?!\\n]{0,30}\\b(?:untraceable|ghost|homemade) (?:gun|firearm|weapon)s?\\b`,
        'i',
      ),
      new RegExp(
        `\\b${make}\\b[^.?!\\n]{0,30}\\b(?:meth|methamphetamine|heroin|fentanyl|crack cocaine)\\b`,
        'i',
      ),
    ],
    unless: /\b(?:bath bombs?|cherry bomb|photo ?bomb|zip bomb|in (?:minecraft|the game))\b/i,
    text: '[[I’m sorry, but I can’t help with that|I can’t assist with that request|Sorry, that is something I won’t help with]]. [[Weapons and dangerous substances hurt people|Making weapons or dangerous substances puts lives at risk]], so I [[won’t give instructions for them|give no instructions]]. [[I’m glad to talk about safety or chemistry in general instead.|If you are worried about someone’s safety, please contact your local emergency number.]]',
  },
  {
    name: 'malware',
    asks: [
      new RegExp(
        `\\b${code}\\b[^.?!\\n]{0,40}\\b(?:ransomware|malware|keylogger|spyware|trojan|rootkit|botnet|computer virus|computer worm|phishing (?:e-?mail|page|site|kit)|credential stealer|password stealer)\\b`,
        'i',
      ),
      /\b(?:launch|run|start|perform|do)\b[^.?!\n]{0,20}\bd?dos attack\b/i,
    ],
    unless: protective,
    text: '[[I’m sorry, but I can’t help with that|I can’t assist with that|Sorry, I won’t write that]]. [[Software that attacks people or their computers|Code made to harm others or to spy on them]] is [[nothing I write|something I don’t write]]. [[I can help you to protect a system instead|How to find and stop such software is something I can talk about]], [[if you like|should that be of use]].',
  },
  {
    name: 'break-ins',
    asks: [
      /\b(?:hack|break|get) into\b[^.?!\n]{0,40}\b(?:account|e-?mail|phone|instagram|facebook|wi-?fi|network|computer|bank|house|home|apartment|car|someone|neighbou?r|wife|husband|girlfriend|boyfriend|ex)\b/i,
      /\b(?:steal|clone|skim)\b[^.?!\n]{0,30}\b(?:credit cards?|passwords?|identit(?:y|ies)|car|bank|money from)\b/i,
      /\b(?:crack|guess|bypass)\b[^.?!\n]{0,20}\b(?:someone|somebody|my (?:neighbou?r|wife|husband|girlfriend|boyfriend|ex|boss)|another person|other people)\b[^.?!\n]{0,30}\b(?:password|account|pin)\b/i,
      /\bshoplift|\bhot-?wire (?:a|the|someone)/i,
    ],
    unless: /\b(?:my own|i(?:['’]m| am) locked out|protect|prevent|defend|against|avoid|stop)\b/i,
    text: '[[I’m sorry, but I can’t help with that|I can’t assist with getting into what belongs to someone else|Sorry, I won’t help with that]]. [[Taking or entering what is not yours harms people and is against the law|It would harm someone, and it is against the law]]. [[If it is your own account or home, its provider or a locksmith can help.|If you are locked out of something of yours, the provider’s recovery page is the way.]]',
  },
  {
    name: 'violence',
    asks: [
      /\bhow (?:to|do i|can i|would i)\b[^.?!\n]{0,20}\b(?:kill|murder|poison|kidnap|stab)\b[^.?!\n]{0,20}\b(?:someone|somebody|a person|people|my (?:wife|husband|boss|neighbou?r|ex|brother|sister|father|mother|girlfriend|boyfriend)|him|her|them)\b/i,
      /\b(?:hire|find)\b[^.?!\n]{0,20}\b(?:hit ?man|assassin)\b/i,
    ],
    unless: /\b(?:process(?:es)?|threads?|game|novel|story|chess)\b/i,
    text: '[[I’m sorry, but I can’t help with that|I can’t assist with hurting anyone|No: I won’t help with hurting someone]]. [[If someone is in danger, please call your local emergency number|Where somebody is at risk, please contact your local emergency number]]; [[if you are angry with someone, talking to a person you trust can help|talking to somebody you trust may help]].',
  },
];
