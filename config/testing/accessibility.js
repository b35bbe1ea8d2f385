// Questions to a page, asked from inside it. Each answers with complaints: texts that say what and where.
window.probes = (() => {
  const name = (el) => {
    const mark = el.id ? `#${el.id}` : [...el.classList].map((c) => `.${c}`).join("");
    return `${el.localName}${mark} “${(el.textContent || el.value || "").trim().replace(/\s+/g, " ").slice(0, 40)}”`;
  };
  const all = (css) => [...document.querySelectorAll(css)];
  const hidden = (el) => el.closest(".visually-hidden, .skip") || !el.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const seen = (css) => all(css).filter((el) => !hidden(el) && el.getClientRects().length);

  const structure = () => {
    const wrong = [];
    if (document.documentElement.lang !== "nl") wrong.push("no language");
    if (all("h1").length !== 1) wrong.push(`${all("h1").length} headings of the first level`);
    if (!/\S.* – Verbindingsambassadeurs$/.test(document.title)) wrong.push(`title “${document.title}”`);
    if (all("main").length !== 1 || !document.querySelector("#main")) wrong.push("no main, or no target for the skip link");
    for (const live of all("#announce")) if (live.textContent.trim()) wrong.push("the live region speaks before anything happened");
    const levels = all("h1, h2, h3, h4").filter((el) => !hidden(el)).map((el) => Number(el.localName[1]));
    levels.forEach((level, i) => i && level > levels[i - 1] + 1 && wrong.push(`heading level ${level} after ${levels[i - 1]}`));
    for (const list of all("dl, ul, ol")) if (!list.children.length) wrong.push(`empty list ${name(list)}`);
    return wrong;
  };

  // --- the walk with Tab
  const STOPS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  let stops = [];
  const startWalk = () => {
    stops = [];
    document.activeElement?.blur();
    scrollTo(0, 0);
  };
  const ring = (el, part) => {
    const style = getComputedStyle(el, part);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const uncovered = (el) => {
    const box = [...el.getClientRects()].find((rect) => rect.width && rect.height);
    if (!box) return false;
    const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return hit && (hit === el || el.contains(hit) || hit.closest("label")?.control === el);
  };
  const stop = () => {
    const el = document.activeElement;
    if (!el || el === document.body || stops.includes(el)) return null;
    stops.push(el);
    const wrong = [];
    if (!ring(el) && !ring(el, "::after")) wrong.push(`focus not seen on ${name(el)}`);
    if (!uncovered(el)) wrong.push(`focus covered on ${name(el)}`);
    return wrong;
  };
  const reachedByGroup = (el) => el.type === "radio" && stops.some((other) => other.name === el.name && other.form === el.form);
  const left_out = () =>
    seen(STOPS)
      .filter((el) => !el.disabled && el.tabIndex >= 0 && !stops.includes(el) && !reachedByGroup(el))
      .map((el) => `Tab never reaches ${name(el)}`);

  // --- room
  const clipped = () =>
    seen("main *, header *, footer *")
      .filter((el) => [...el.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
      .filter((el) => {
        if (el.clientWidth <= 1) return false; // hidden from sight on purpose
        const style = getComputedStyle(el);
        const cuts = (axis) => ["hidden", "clip"].includes(style[`overflow${axis}`]);
        return (cuts("X") && el.scrollWidth > el.clientWidth + 1) || (cuts("Y") && el.scrollHeight > el.clientHeight + 1);
      })
      .map((el) => `text cut off in ${name(el)} at ${innerWidth} px`);
  const sideways = () => {
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over <= 0) return clipped();
    const wide = seen("body *").filter((el) => el.getBoundingClientRect().right > innerWidth + 1 && !el.closest(".scroll"));
    return [`scrolls sideways by ${over} px at ${innerWidth} px because of ${name(wide.at(-1) ?? document.body)}`, ...clipped()];
  };
  const more = new CSSStyleSheet();
  more.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`);
  const space = (on) => {
    document.adoptedStyleSheets = on ? [more] : [];
  };

  // --- forced colours
  const bordered = (style) => parseFloat(style.borderBottomWidth) > 0 && style.borderBottomStyle !== "none";
  const forced = () => {
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    const wrong = [];
    for (const el of seen("button, .button, input:not([type=hidden], [type=file]), select, textarea")) {
      const style = getComputedStyle(el);
      const around = getComputedStyle(el.closest("label") ?? el);
      const asLink = style.textDecorationLine.includes("underline");
      if (!bordered(style) && !bordered(around) && !asLink && !el.closest(".menu")) wrong.push(`no edge around ${name(el)}`);
    }
    for (const el of seen(".tag.busy, .tag.ok, .tag.bad")) {
      if (!bordered(getComputedStyle(el))) wrong.push(`no edge around ${name(el)}`);
    }
    for (const el of seen("nav [aria-current]")) {
      const other = el.closest("ul")?.querySelector("a:not([aria-current])");
      const edge = (link) => getComputedStyle(link).borderBottomColor;
      if (other && edge(other) === edge(el)) wrong.push(`the present place looks like the others: ${name(el)}`);
    }
    for (const el of seen(":is([type=radio], [type=checkbox]):checked")) {
      const style = getComputedStyle(el, "::before");
      const glyph = style.content !== "none" && style.borderRightColor !== ground && style.borderRightColor !== getComputedStyle(el).backgroundColor;
      const thick = parseFloat(getComputedStyle(el.closest("label") ?? el).borderBottomWidth) >= 3;
      if (!glyph && !thick) wrong.push(`chosen or not looks the same: ${name(el)}`);
    }
    for (const el of seen(".rings circle, .rings line")) {
      if (getComputedStyle(el).stroke === ground) wrong.push("a ring in the colour of the page");
    }
    return [...new Set(wrong)];
  };

  // --- an empty form, sent
  const TYPED = "Zo typte ik het";
  const form = () => all("main form[method=post]").find((one) => one.querySelector(".button:not(.quiet, .secondary)"));
  const empty = () => {
    for (const el of form().elements) {
      if (["hidden", "submit", "button", "fieldset"].includes(el.type)) continue;
      if (["radio", "checkbox"].includes(el.type)) el.checked = false;
      else el.value = "";
    }
    const text = form().querySelector("textarea, input[type=text]:not([inputmode])");
    if (text) text.value = TYPED;
    return text?.name ?? "";
  };
  const send = () => form().requestSubmit(form().querySelector(".button:not(.quiet, .secondary)"));
  const refused = (kept) => {
    const wrong = [];
    const told = document.querySelector(".summary-of-errors");
    if (!document.title.startsWith("Fout: ")) return [`an empty form was not refused: “${document.title}”`];
    if (document.activeElement !== told) wrong.push(`after a refusal the focus is on ${name(document.activeElement)}`);
    for (const link of told.querySelectorAll("a")) {
      if (!document.querySelector(link.hash)) wrong.push(`${name(link)} leads nowhere`);
      const message = link.textContent.replace(/^.*?[:?] /, "");
      if (!all(".error").some((error) => error.textContent.includes(message))) wrong.push(`not beside its field: ${name(link)}`);
    }
    if (kept && document.getElementsByName(kept)[0]?.value !== TYPED) wrong.push(`typed text was lost: ${kept}`);
    return wrong;
  };

  return { structure, empty, send, refused, startWalk, stop, left_out, sideways, space, forced };
})();
