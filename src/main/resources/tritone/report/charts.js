"use strict";

// Shows the charts of a report and answers to its buttons. What a chart is made of stands as JSON in its figure; figures
// for people are read from the table behind it, so that they are written the same everywhere.
(() => {
  const { optionOf, textStyle } = drawing;
  const TONES = ["simple-rnn", "lstm", "gru", "bag", "linear", "neutral"];
  const INKS = ["text", "faint", "line", "paper"];
  const root = document.documentElement;
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");

  const isDark = () => (root.style.colorScheme || (prefersDark.matches ? "dark" : "light")) === "dark";

  /** The colours that page.css has for "light" or "dark", by name. */
  function palette(scheme) {
    const probe = document.body.appendChild(document.createElement("span"));
    probe.style.colorScheme = scheme;
    const colours = {};
    for (const name of [...TONES, ...INKS]) {
      probe.style.color = `var(--${name})`;
      colours[name] = hex(getComputedStyle(probe).color);
    }
    probe.remove();
    return colours;
  }

  function hex(rgb) {
    const parts = rgb.match(/\d+/g).slice(0, 3);
    return "#" + parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("");
  }

  // ---- A chart on the page.

  /** A chart's data; series with the places of another have only its number. */
  function read(script) {
    const data = JSON.parse(script.textContent);
    for (const one of data.series) {
      one.x = Array.isArray(one.x) ? one.x : data.series[one.x].x;
    }
    return data;
  }

  function element(tag, text) {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  }

  class ChartView {
    constructor(figure) {
      this.figure = figure;
      this.data = read(figure.querySelector("script"));
      this.shown = this.data.series.filter((one) => one.mark !== "GUIDE");
      this.hidden = new Set();
      this.log = { x: this.data.xs[0].log, y: this.data.y.log };
      this.x = 0;
      this.place = figure.querySelector(".drawing");
      for (const part of figure.querySelectorAll(".controls, .legend, .drawing, [data-save]")) {
        part.hidden = false;
      }
      this.chart = echarts.init(this.place, null, { renderer: "svg" });
      figure.addEventListener("click", (event) => this.press(event.target.closest("button")));
      new ResizeObserver(() => this.resize()).observe(this.place);
      this.draw();
    }

    view() {
      const axis = this.data.xs[this.x];
      const log = { x: this.log.x && axis.allowsLog, y: this.log.y };
      return { x: this.x, log, hidden: this.hidden, categories: axis.categories ? axis.categories.length : 0 };
    }

    press(button) {
      if (button === null) {
        return;
      }
      const { name, x, log, save } = button.dataset;
      if (save) {
        this.save();
        return;
      }
      if (name !== undefined && !this.hidden.delete(name)) {
        this.hidden.add(name);
      }
      if (x !== undefined) {
        this.x = Number(x);
        this.log.x = this.data.xs[this.x].log;
      }
      if (log) {
        this.log[log] = !this.log[log];
      }
      this.draw();
    }

    draw(colours = palette(root.style.colorScheme)) {
      const option = optionOf(this.data, this.view(), colours, this.chart.getWidth());
      option.tooltip = this.tooltip(colours);
      this.chart.setOption(option, true);
      this.showState();
    }

    showState() {
      for (const button of this.figure.querySelectorAll(".controls button, .legend button")) {
        const { name, x, log } = button.dataset;
        if (name !== undefined) {
          button.setAttribute("aria-pressed", !this.hidden.has(name));
        } else if (x !== undefined) {
          button.setAttribute("aria-pressed", Number(x) === this.x);
        } else if (log) {
          button.setAttribute("aria-pressed", this.view().log[log]);
          button.hidden = log === "x" && !this.data.xs[this.x].allowsLog;
        }
      }
    }

    resize() {
      this.chart.resize({ width: "auto", height: "auto" });
      this.draw();
    }

    print() {
      // As wide as a page of A4 or Letter without its margins, and two on a page.
      this.chart.resize({ width: 670, height: 288 });
      this.draw(palette("light"));
    }

    tooltip(colours) {
      const lines = this.shown.every((one) => one.mark === "LINE" || one.mark === "DASHED");
      return {
        trigger: lines && !this.view().categories ? "axis" : "item",
        confine: true,
        transitionDuration: 0,
        backgroundColor: colours.paper,
        borderColor: colours.line,
        textStyle: textStyle(colours.text),
        axisPointer: { type: "line", animation: false, lineStyle: { color: colours.faint }, label: { show: false } },
        formatter: (under) => this.told([under].flat(), colours),
      };
    }

    /** What is under the pointer, as elements: names may hold anything. */
    told(under, colours) {
      const told = document.createElement("div");
      told.className = "told";
      const points = under.map(({ seriesId, data }) => ({ id: seriesId.split(" "), row: data.row }));
      let place = null;
      for (const { id, row } of points.filter(({ id }) => id[0] === "series")) {
        const one = this.data.series[Number(id[1])];
        if (one.mark === "GUIDE") {
          continue;
        }
        const { name, cells } = this.figuresOf(one, row);
        if (cells[this.x] !== place) {
          place = cells[this.x];
          told.append(element("div", `${this.data.xs[this.x].name} ${place}`));
        }
        const line = element("div", "");
        const strong = element("strong", name);
        strong.style.borderLeft = `.6em solid ${colours[one.tone]}`;
        const [y, from, to] = cells.slice(this.data.xs.length);
        line.append(strong, ` ${y}${one.low ? ` (${from} to ${to})` : ""}`);
        told.append(line);
      }
      return told;
    }

    /** A series' name and a point's figures as the table has them. */
    figuresOf(one, row) {
      const { rows } = this.figure.querySelector("table").tBodies[this.shown.indexOf(one)];
      // The first row of a series' part is its name.
      const texts = (tableRow) => [...tableRow.cells].map((cell) => cell.textContent);
      return { name: texts(rows[0])[0], cells: texts(rows[row + 1]) };
    }

    /** The chart as a file of its own: on white, with the title and the legend that stand beside it on the page. */
    svg() {
      const [width, height] = [960, 600];
      const colours = palette("light");
      const option = optionOf(this.data, this.view(), colours, width);
      const names = [...new Set(this.shown.map((one) => one.name))].filter((name) => !this.hidden.has(name));
      const rows = Math.ceil(names.reduce((sum, name) => sum + 60 + 8 * name.length, 0) / (width - 40));
      const top = 64 + 26 * rows;
      const title = { text: this.data.title, left: 16, top: 16, padding: 0 };
      title.textStyle = { ...textStyle(colours.text, 20), width: width - 32, overflow: "truncate" };
      const [yName, xName] = option.title;
      option.title = [title, { ...yName, left: 16, top }, { ...xName, bottom: 14 }];
      option.legend = { data: names, left: 16, top: 52, padding: 0, itemGap: 20, itemWidth: 36 };
      option.legend.textStyle = textStyle(colours.text);
      option.grid = { ...option.grid, left: 16, top: top + 30, bottom: 40 };
      option.backgroundColor = "#ffffff";
      const place = document.createElement("div");
      const chart = echarts.init(place, null, { renderer: "svg", width, height });
      chart.setOption(option);
      // Not renderToSVGString(), which writes attributes without values.
      const drawing = place.querySelector("svg");
      drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
      drawing.removeAttribute("style");
      const text = new XMLSerializer().serializeToString(drawing);
      chart.dispose();
      return text;
    }

    save() {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([this.svg()], { type: "image/svg+xml" }));
      link.download = (this.data.title.toLowerCase().match(/[\p{L}\p{N}]+/gu) || ["chart"]).join("-") + ".svg";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    }
  }

  // ---- The page.

  const charts = [...document.querySelectorAll("figure.chart")].map((figure) => new ChartView(figure));
  const theme = document.getElementById("theme");

  function recolour() {
    theme.setAttribute("aria-pressed", isDark());
    charts.forEach((chart) => chart.draw());
  }

  theme.hidden = false;
  theme.addEventListener("click", () => {
    root.style.colorScheme = isDark() ? "light" : "dark";
    recolour();
  });
  prefersDark.addEventListener("change", recolour);
  recolour();

  addEventListener("beforeprint", () => charts.forEach((chart) => chart.print()));
  addEventListener("afterprint", () => charts.forEach((chart) => chart.resize()));
})();
