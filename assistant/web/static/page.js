// The page's own behaviour: citations open the report beside the chat, links ask their question, hover shows the quote.
// No inline handlers, no eval: everything is delegated from the document, because Gradio re-renders its messages.
(() => {
  "use strict";
  const root = document.documentElement;
  const english = /^en/.test(root.lang || "") || /\/en\/$/.test(location.pathname);
  const say = (chinese, other) => (english ? other : chinese);
  // The English page stands one folder deeper; everything else is asked for beside the Chinese one.
  const base = location.pathname.replace(/(en\/)?[^/]*$/, "");
  const at = (selector, from = document) => from.querySelector(selector);
  // Gradio words its own parts (upload, busy, lost connection) in the browser's language; the page has its own.
  const [code, codes] = english ? ["en", ["en"]] : ["zh-CN", ["zh-CN", "zh"]];
  for (const [name, value] of [["language", code], ["languages", Object.freeze(codes)]])
    Object.defineProperty(navigator, name, { get: () => value });
  let opener = null;

  // Every request says which page sent it: no other site's page can set this header.
  const request = (path, options = {}) => {
    const url = new URL(base + path, location.href);
    if (english) url.searchParams.set("lang", "en");
    return fetch(url, { ...options, headers: { Accept: "text/html", "X-ZoneQA": "page" } });
  };

  // --- the report beside the chat -------------------------------------------------------------------------------
  const panel = document.createElement("aside");
  panel.id = "zq-report";
  panel.hidden = true;
  panel.setAttribute("role", "complementary");
  panel.setAttribute("aria-label", say("报告原文", "The report"));
  panel.innerHTML =
    '<div class="zq-report-bar"><span id="zq-bar-title" aria-hidden="true"></span><button type="button" id="zq-locate">' + say("回到引文", "Back to quote") + "</button>" +
    `<button type="button" id="zq-close" aria-label="${say("关闭报告原文", "Close the report")}">${say("关闭", "Close")}</button></div>` +
    '<div id="zq-report-scroll" tabindex="0" role="document" aria-labelledby="zq-report-title"></div>';

  const showTarget = (smooth) => {
    const mark = at("#zq-target", panel);
    const still = !smooth || matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (mark) mark.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
    else at("#zq-report-scroll").scrollTop = 0;
  };

  // On a narrow screen the report covers the chat, so nothing under it may take the focus.
  const behind = (covered) => {
    at(".gradio-container").inert = covered;
  };

  const openReport = async (fields, from) => {
    const id = fields.get("report");
    if (!/^[\w-]{1,128}$/.test(id || "")) return;
    const query = new URLSearchParams();
    for (const name of ["span", "marks"]) if (fields.get(name)) query.set(name, fields.get(name));
    opener = from || document.activeElement;
    panel.hidden = false;
    root.classList.add("zq-reading");
    behind(innerWidth < 1000);
    panel.setAttribute("aria-busy", "true");
    const body = at("#zq-report-scroll");
    try {
      const answer = await request(`view/report/${id}?${query}`);
      body.innerHTML = await answer.text(); // escaped on the server; see assistant/web/escaping.py
    } catch {
      body.textContent = say("报告没有打开：与服务的连接断了。", "The report did not open: the connection was lost.");
    }
    panel.removeAttribute("aria-busy");
    at("#zq-bar-title").textContent = at("#zq-report-title", panel)?.textContent || "";
    at("#zq-locate").hidden = !at("#zq-target", panel);
    showTarget(false);
    (at("#zq-report-title", panel) || body).focus({ preventScroll: true });
    document.querySelectorAll(".zq-open").forEach((link) => link.classList.remove("zq-open"));
    if (from) from.classList.add("zq-open");
  };

  const closeReport = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    root.classList.remove("zq-reading");
    behind(false);
    document.querySelectorAll(".zq-open").forEach((link) => link.classList.remove("zq-open"));
    if (opener && opener.isConnected) opener.focus();
  };

  // --- asking through a link ------------------------------------------------------------------------------------
  const fillQuestion = (text) => {
    const box = at("#zq-ask textarea");
    if (!box) return null;
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    return box;
  };

  const showTab = (name) => {
    const tab = at(`#zq-tab-${name}-button`);
    if (tab && tab.getAttribute("aria-selected") !== "true") tab.click();
    return tab;
  };

  // What Gradio has to do goes through a hidden box and a hidden button: no event of its has a script of ours.
  // Until Gradio has bound its events (#zq-ready is set by the first of them) an order waits.
  const pageReady = () => Boolean(at("#zq-ready textarea, #zq-ready input")?.value);

  const order = (fields) => {
    const box = at("#zq-order textarea, #zq-order input");
    if (!box || !pageReady()) {
      setTimeout(() => order(fields), 80);
      return;
    }
    box.value = new URLSearchParams(fields).toString();
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => at("#zq-run, #zq-run button").click(), 60); // Gradio takes the text over in its next tick
  };

  const ask = (text) => {
    showTab("ask");
    order({ do: "ask", question: text });
    at("#zq-ask textarea")?.focus({ preventScroll: true });
  };

  const follow = (hash, from) => {
    const fields = new URLSearchParams(hash.slice(1));
    if (fields.has("do") || fields.has("view")) window.zoneqa.act(fields, from);
    else if (fields.has("report")) openReport(fields, from);
    else if (fields.has("ask")) ask(fields.get("ask"));
    else return false;
    return true;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link && !event.ctrlKey && !event.metaKey && follow(link.getAttribute("href"), link)) event.preventDefault();
    const other = event.target.closest?.('.zq-nav a[href^="/"]'); // Gradio would open it in another tab
    if (other) {
      event.preventDefault();
      location.assign(base + other.getAttribute("href").slice(1));
    }
    if (event.target.id === "zq-close") closeReport();
    if (event.target.id === "zq-locate") showTarget(true);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hideQuote();
      closeReport();
    }
    if (event.key === " " && event.target.matches?.('a[role="button"]')) {
      event.preventDefault();
      event.target.click();
    }
  });

  // --- the quote on hover and focus -----------------------------------------------------------------------------
  const quote = document.createElement("div");
  quote.id = "zq-quote";
  quote.setAttribute("role", "tooltip");
  quote.hidden = true;

  const hideQuote = () => {
    quote.hidden = true;
  };

  const showQuote = (cite) => {
    const number = cite.textContent.replace(/\D/g, "");
    const source = [...(cite.closest(".zq-answer")?.querySelectorAll(".zq-source") || [])].find(
      (item) => at(".zq-no", item).textContent === number
    );
    if (!source) return;
    quote.replaceChildren(at(".zq-full", source).cloneNode(true), at(".zq-place", source).cloneNode(true));
    placeQuote(cite);
  };

  const showPoint = (point) => {
    const [where, values, sentence] = at("desc", point).textContent.split("\n");
    const line = (tag, css, text) => Object.assign(document.createElement(tag), { className: css, textContent: text });
    quote.replaceChildren(line("p", "zq-point", values), line("p", "zq-place", where), line("q", "zq-full", sentence));
    placeQuote(point);
  };

  const placeQuote = (cite) => {
    quote.hidden = false;
    cite.setAttribute("aria-describedby", "zq-quote");
    const place = cite.getBoundingClientRect();
    const width = Math.min(420, innerWidth - 24);
    quote.style.width = `${width}px`;
    quote.style.left = `${Math.max(12, Math.min(place.left - 24, innerWidth - width - 12))}px`;
    const above = place.top - quote.offsetHeight - 8;
    quote.style.top = `${above > 8 ? above : place.bottom + 8}px`;
  };

  for (const [kind, act] of [["mouseover", showQuote], ["focusin", showQuote], ["mouseout", hideQuote],
                             ["focusout", hideQuote]])
    document.addEventListener(kind, (event) => {
      const cite = event.target.closest?.("a.zq-cite, .zq-chart a");
      if (cite) act === hideQuote ? hideQuote() : cite.matches("a.zq-cite") ? showQuote(cite) : showPoint(cite);
    });
  document.addEventListener("scroll", hideQuote, true);

  // --- a new answer is read from its beginning ---------------------------------------------------------------------
  let shown = "";
  const follows = new MutationObserver(() => {
    const questions = document.querySelectorAll("#zq-chat .zq-question");
    const count = (css) => document.querySelectorAll(`#zq-chat ${css}`).length;
    const pieces = `${questions.length} ${count(":is(.zq-answer, .zq-trouble)")} ${count(".zq-waiting")}`;
    const scroller = questions.length && questions[questions.length - 1].closest(".panel-wrap, .bubble-wrap");
    if (scroller && pieces !== shown) {
      const last = questions[questions.length - 1];
      scroller.scrollTop += last.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12;
    }
    shown = pieces;
  });

  window.zoneqa = { at, say, request, order, showTab, fillQuestion, openReport, closeReport, english, base };

  // Gradio may draw the box anew a moment after the page is ready, which drops the focus; who points or types has it.
  const focusQuestion = (until = Date.now() + 20000) => {
    const box = at("#zq-ask textarea");
    if (pageReady() && box && document.activeElement === document.body) {
      box.focus({ preventScroll: true });
      until = Math.min(until, Date.now() + 1500);
    }
    if (Date.now() < until && !touched) setTimeout(() => focusQuestion(until), 80);
  };
  let touched = false;
  for (const kind of ["pointerdown", "keydown"])
    document.addEventListener(kind, () => { touched = true; }, { once: true, capture: true });

  // --- start ----------------------------------------------------------------------------------------------------
  const start = () => {
    document.body.append(panel, quote);
    const waiting = setInterval(() => {
      const chat = at("#zq-chat"); // Gradio draws its parts apart, in any order
      if (!chat || !at("#zq-ask textarea")) return;
      clearInterval(waiting);
      follows.observe(chat, { childList: true, subtree: true });
      window.zoneqa.start();
      const fields = new URLSearchParams(location.hash.slice(1));
      if (fields.has("ask")) fillQuestion(fields.get("ask")); // a link from outside fills the box, it does not ask
      else if (fields.has("q")) order({ do: "new-ask", question: fields.get("q").slice(0, 2000) });
      else if (fields.has("view")) window.zoneqa.act(fields, null);
      else if (fields.has("report")) follow(location.hash, null);
      else if (matchMedia("(pointer: fine)").matches) focusQuestion();
    }, 80);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
