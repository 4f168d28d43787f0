// The views beside the chat are HTML made on the server: this script fetches them, sends their forms and puts the
// answers in their places.  It also does what the links of an answer ask for (copy, retry, share, thumbs) and keeps
// the list of conversations.
(() => {
  "use strict";
  const { at, say, request, order, showTab, fillQuestion } = window.zoneqa;
  const root = document.documentElement;
  const wide = () => innerWidth >= 1000;

  // --- a short word to the user -----------------------------------------------------------------------------------
  const note = document.createElement("div");
  note.id = "zq-note";
  note.setAttribute("role", "status");
  let noted = 0;
  const tell = (text) => {
    note.textContent = text;
    note.classList.add("zq-on");
    clearTimeout(noted);
    noted = setTimeout(() => note.classList.remove("zq-on"), 3500);
  };

  // --- views --------------------------------------------------------------------------------------------------------
  const latest = new WeakMap(); // view → the number of its last request: an older answer that comes late is dropped
  const put = async (view, path, options) => {
    const turn = (latest.get(view) || 0) + 1;
    latest.set(view, turn);
    view.setAttribute("aria-busy", "true");
    let text, ok;
    try {
      const answer = await request(path, options);
      [text, ok] = [await answer.text(), answer.ok || (answer.headers.get("content-type") || "").includes("html")];
    } catch {
      [text, ok] = ["", false];
    }
    if (latest.get(view) !== turn) return false;
    view.removeAttribute("aria-busy");
    if (!ok) {
      let why = "";
      try { why = JSON.parse(text).detail; } catch { /* no word of ours */ }
      tell(typeof why === "string" && why ? why : say("没有办成：与服务的连接断了。", "That did not work: the connection was lost."));
      return false;
    }
    for (let prose; (prose = view.closest(".prose")); ) prose.classList.remove("prose", "md"); // Gradio's look of texts
    const active = document.activeElement;
    const [id, from, to] = view.contains(active) ? [active.id, active.selectionStart, active.selectionEnd] : [];
    view.innerHTML = text; // escaped on the server; see assistant/web/escaping.py
    view.dataset.path = path;
    const again = id && document.getElementById(id);
    if (again) {
      again.focus({ preventScroll: true });
      try { if (from != null) again.setSelectionRange(from, to); } catch { /* no text in it */ }
    }
    settle(view);
    return true;
  };

  const settle = (view) => {
    const target = at("[data-here]", view);
    if (target) target.scrollIntoView({ block: "center" });
    const waiting = at("[data-poll]", view);
    if (waiting) setTimeout(() => { if (waiting.isConnected) put(viewOf(waiting), waiting.dataset.poll); }, 700);
    const said = at("[data-tell]", view);
    if (said) tell(said.dataset.tell);
  };

  const viewOf = (element) => {
    const named = element.closest("[data-into]");
    return (named && document.getElementById(named.dataset.into)) || element.closest(".zq-view");
  };

  const send = (form, button) => {
    const data = new FormData(form, button);
    const path = form.getAttribute("action");
    const into = viewOf(form);
    if (form.method === "post") {
      const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
      return put(into, path, { method: "POST", body });
    }
    const query = new URLSearchParams();
    for (const [name, value] of data) if (value !== "") query.append(name, value);
    return put(into, `${path}?${query}`);
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.closest(".zq-view, #zq-dialog")) return;
    event.preventDefault();
    if (form.dataset.ask && !confirm(form.dataset.ask)) return;
    if (form.dataset.order) {
      dialog.close();
      order({ do: form.dataset.order, ...Object.fromEntries(new FormData(form)) });
      return;
    }
    if (form.closest("#zq-dialog")) {
      const answer = await request(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(new FormData(form)) });
      tell(answer.ok ? say("记下了，谢谢。", "Noted, thank you.") : say("没有记下。", "That was not kept."));
      at("#zq-dialog").close();
      return;
    }
    const done = await send(form, event.submitter);
    if (done && form.dataset.gone && form.dataset.gone === current()) order({ do: "new" });
  });

  let typing = 0;
  for (const kind of ["input", "change"])
    document.addEventListener(kind, (event) => {
      const form = event.target.form;
      if (!form || !("live" in form.dataset) || !form.closest(".zq-view")) return;
      const text = event.target.matches("input[type=search], input[type=text]");
      if (text !== (kind === "input")) return;
      clearTimeout(typing);
      typing = setTimeout(() => send(form), text ? 300 : 0);
    });

  document.addEventListener("change", (event) => {
    const named = event.target.matches?.("input[type=file].zq-vh") && at("output", event.target.closest("label"));
    if (named) named.textContent = [...event.target.files].map((file) => file.name).join("、");
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-view]");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      put(viewOf(link), link.getAttribute("href"));
    }
    if (event.target.closest?.("[data-close]")) event.target.closest("dialog").close();
    if (event.target.closest?.("#zq-fresh")) order({ do: "new" });
    const picks = event.target.closest?.("[data-picks]");
    if (picks) {
      const ids = [...picks.closest(".zq-view").querySelectorAll("input[name=pick]:checked")].map((box) => box.value);
      if (ids.length) window.zoneqa.act(new URLSearchParams({ view: picks.dataset.picks, pick: ids.join("|") }));
      else tell(say("先在左边勾选几行。", "Tick some rows first."));
    }
    const jump = event.target.closest?.("a[data-jump]");
    if (jump) {
      event.preventDefault();
      const place = document.getElementById(jump.hash.slice(1));
      place?.scrollIntoView({ block: "start" });
      place?.setAttribute("tabindex", "-1");
      place?.focus({ preventScroll: true });
    }
    const picture = event.target.closest?.("[data-picture]");
    if (picture) savePicture(document.getElementById(picture.dataset.picture), picture.dataset.name);
  });

  let uploaded = false;
  // A tab that is looked at for the first time, or anew, gets what is there now.
  const fill = (name, query = "") => {
    const view = document.getElementById(`zq-view-${name}`);
    if (view) put(view, query || !view.dataset.path ? `view/${name}${query}` : view.dataset.path);
    return view;
  };
  const VIEWS = ["evidence", "figures", "compare", "reports", "corrections", "export"];
  document.addEventListener("click", (event) => {
    const tab = event.target.closest?.('[role="tab"]');
    const name = tab && VIEWS.find((one) => tab.id === `zq-tab-${one}-button`);
    if (name) whenThere(`zq-view-${name}`, () => fill(name));
  });
  const whenThere = (id, then, tries = 60) => {
    if (document.getElementById(id)) then();
    else if (tries) setTimeout(() => whenThere(id, then, tries - 1), 50); // Gradio mounts a tab when it is first shown
  };

  // --- a chart as a picture -------------------------------------------------------------------------------------------
  const savePicture = async (svg, name) => {
    if (!svg) return;
    const copy = svg.cloneNode(true);
    const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    const from = [svg, ...svg.querySelectorAll("*")], to = [copy, ...copy.querySelectorAll("*")];
    from.forEach((element, number) => {
      const style = getComputedStyle(element);
      for (const property of ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-family", "font-weight", "text-anchor", "opacity"])
        to[number].style.setProperty(property, style.getPropertyValue(property));
    });
    copy.setAttribute("width", width * 2);
    copy.setAttribute("height", height * 2);
    const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" }));
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: width * 2, height: height * 2 });
    const paint = canvas.getContext("2d");
    paint.fillStyle = getComputedStyle(root).getPropertyValue("--zq-surface");
    paint.fillRect(0, 0, canvas.width, canvas.height);
    paint.drawImage(image, 0, 0);
    URL.revokeObjectURL(url);
    canvas.toBlob((blob) => {
      const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `${name}.png` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 5000);
    });
  };

  // --- the list of conversations at the left ----------------------------------------------------------------------------
  const drawer = document.createElement("aside");
  drawer.id = "zq-history";
  drawer.hidden = true;
  drawer.setAttribute("aria-label", say("对话记录", "Conversations"));
  drawer.innerHTML =
    `<div class="zq-report-bar"><h2>${say("对话记录", "Conversations")}</h2><button type="button" id="zq-history-new">${say("新对话", "New")}</button>` +
    `<button type="button" id="zq-history-close" aria-label="${say("收起对话记录", "Hide conversations")}">${say("收起", "Hide")}</button></div>` +
    '<div class="zq-view" id="zq-view-conversations"></div>';
  const showHistory = (open) => {
    drawer.hidden = !open;
    root.classList.toggle("zq-listing", open);
    document.querySelectorAll('a[href="#do=history"]').forEach((link) => link.setAttribute("aria-expanded", String(open)));
    if (open) put(at("#zq-view-conversations"), "view/conversations").then(() => at("#zq-find-talk")?.focus());
    else at('a[href="#do=history"]')?.focus();
  };
  drawer.addEventListener("click", (event) => {
    if (event.target.id === "zq-history-close") showHistory(false);
    if (event.target.id === "zq-history-new") order({ do: "new" });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !drawer.hidden && drawer.contains(document.activeElement)) showHistory(false);
  });

  const current = () => at("#zq-conversation textarea, #zq-conversation input")?.value || "";
  const known = async () => { // Gradio sets the hidden box after the chat, so that a quick click comes before it
    for (let tries = 0; tries < 60 && !current(); tries++) await new Promise((go) => setTimeout(go, 50));
    return current();
  };
  const remember = () => {
    const id = current();
    if (id === sessionStorage.getItem("zoneqa-conversation")) return;
    sessionStorage.setItem("zoneqa-conversation", id);
    if (!drawer.hidden) put(at("#zq-view-conversations"), "view/conversations");
  };

  // An edited question replaces the old one: what would send the box is sent as an order instead.
  let editing = null;
  const resend = (event) => {
    const box = at("#zq-ask textarea");
    const sends = event.type === "click" ? event.target.closest?.("#zq-send") : event.target === box && event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (event.key === "Escape" && event.target === box && editing !== null) {
      editing = null;
      fillQuestion("");
    }
    if (editing === null || !sends) return;
    event.preventDefault();
    event.stopPropagation();
    order({ do: "edit", turn: editing, question: box.value });
    editing = null;
    fillQuestion("");
  };
  document.addEventListener("keydown", resend, true);
  document.addEventListener("click", resend, true);

  // --- what the links of the page ask for -------------------------------------------------------------------------------
  const dialog = document.createElement("dialog");
  dialog.id = "zq-dialog";
  dialog.setAttribute("aria-labelledby", "zq-dialog-title");

  // In the middle of the page, or beside what it is about where there is room.
  const showDialog = (text, from) => {
    dialog.innerHTML = text; // escaped on the server
    dialog.classList.toggle("zq-beside", Boolean(from) && innerWidth > 600);
    dialog.showModal();
    if (!dialog.classList.contains("zq-beside")) return;
    const place = from.getBoundingClientRect();
    dialog.style.setProperty("--zq-left", `${Math.max(12, Math.min(place.left, innerWidth - dialog.offsetWidth - 12))}px`);
    const below = place.bottom + 6;
    dialog.style.setProperty("--zq-top", `${Math.max(12, Math.min(below, innerHeight - dialog.offsetHeight - 12))}px`);
  };
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

  const copy = async (text, done) => {
    try {
      await navigator.clipboard.writeText(text);
      tell(done);
    } catch {
      const box = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(box);
      box.select();
      tell(document.execCommand("copy") ? done : say("浏览器不让复制。", "The browser refused to copy."));
      box.remove();
    }
  };

  const ACTS = {
    history: () => showHistory(drawer.hidden),
    open: (fields) => { showTab("ask"); order(fields); if (!wide()) showHistory(false); },
    retry: (fields) => order(fields),
    change: (fields) => {
      if (dialog.open) dialog.close();
      order(fields);
    },
    slot: async (fields, from) => {
      const query = new URLSearchParams({ conversation: await known(), turn: fields.get("turn"), at: fields.get("at") });
      const answer = await request(`view/slot?${query}`);
      if (answer.ok) showDialog(await answer.text(), from);
      else tell(say("这个问题已经不在了，请重新提问。", "That question is gone; please ask again."));
    },
    edit: (fields) => {
      editing = fields.get("turn");
      fillQuestion(fields.get("question"))?.focus();
      tell(say("改好后发送，替换这一问和它后面的内容；按 Esc 不改了。", "Sending replaces this question and what follows; Esc leaves it."));
    },
    copy: (_, from) => copy(at(".zq-copytext", from.closest(".zq-answer")).textContent, say("已复制，含出处。", "Copied, with its sources.")),
    share: (_, from) => {
      const question = at(".zq-sharetext", from.closest(".zq-answer")).textContent;
      copy(`${location.origin}${location.pathname}#q=${encodeURIComponent(question)}`, say("链接已复制。", "The link is copied."));
    },
    good: async (fields, from) => {
      const body = new URLSearchParams({ conversation: await known(), turn: fields.get("turn"), verdict: "good" });
      const answer = await request("view/feedback", { method: "POST", body });
      if (answer.ok) from.setAttribute("aria-pressed", "true");
      tell(answer.ok ? say("记下了，谢谢。", "Noted, thank you.") : say("没有记下。", "That was not kept."));
    },
    bad: async (fields) => {
      const answer = await request(`view/feedback?turn=${fields.get("turn")}&conversation=${encodeURIComponent(await known())}`);
      if (answer.ok) showDialog(await answer.text());
      else tell(say("这个问题已经不在了，请重新提问。", "That question is gone; please ask again."));
    },
    cancel: async () => {
      const answer = await request("view/reports/cancel", { method: "POST" });
      if (answer.ok) tell(say("正在取消…", "Cancelling…"));
    },
  };

  window.zoneqa.act = (fields, from) => {
    if (fields.has("view")) {
      const name = fields.get("view");
      if (!VIEWS.includes(name)) return;
      fields.delete("view");
      showTab(name);
      if (!wide()) window.zoneqa.closeReport();
      whenThere(`zq-view-${name}`, () => fill(name, `?${fields}`));
      return;
    }
    ACTS[fields.get("do")]?.(fields, from);
  };

  window.zoneqa.start = () => {
    document.body.append(drawer, dialog, note);
    const kept = sessionStorage.getItem("zoneqa-conversation");
    if (kept && !location.hash.startsWith("#q=")) order({ do: "open", id: kept });
    new MutationObserver(remember).observe(at("#zq-chat"), { childList: true, subtree: true });
    new MutationObserver(() => {
      const status = at("#zq-status");
      const done = status && at(".zq-received", status) && !at(".zq-progress", status);
      if (done && !uploaded) fill("reports"); // an upload has come to its end: the list is another
      uploaded = Boolean(done);
    }).observe(at("#zq-tabs"), { childList: true, subtree: true });
    setInterval(remember, 1000); // Gradio sets the hidden box after the chat
  };
})();
