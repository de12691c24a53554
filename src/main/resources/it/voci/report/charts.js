
"use strict";
(() => {
  // Each figure carries its ECharts options as JSON. A string "--name" in them is the page's CSS
  // variable of that name, so that charts follow the colour scheme.
  const page = document.documentElement;
  const charts = [...document.querySelectorAll("figure.chart")].map(figure => ({
    plot: figure.querySelector(".plot"),
    options: JSON.parse(figure.querySelector("script").textContent)
  }));

  const coloured = (value, colour) => {
    if (typeof value === "string") {
      return value.startsWith("--") ? colour(value) : value;
    }
    if (Array.isArray(value)) {
      return value.map(item => coloured(item, colour));
    }
    if (value !== null && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, coloured(v, colour)]));
    }
    return value;
  };

  const theme = () => {
    const axis = {
      axisLine: {lineStyle: {color: "--line"}},
      axisTick: {lineStyle: {color: "--line"}},
      axisLabel: {color: "--ink"},
      splitLine: {lineStyle: {color: "--line"}},
      nameTextStyle: {color: "--soft"}
    };
    const style = getComputedStyle(page);
    const colour = name => style.getPropertyValue(name).trim();
    return {colour, look: coloured({
      animation: false,
      color: ["--c1", "--c2", "--c3", "--c4", "--c5", "--c6", "--c7", "--c8"],
      backgroundColor: "transparent",
      textStyle: {color: "--ink", fontFamily: getComputedStyle(document.body).fontFamily},
      categoryAxis: axis,
      valueAxis: axis,
      legend: {textStyle: {color: "--ink"}, inactiveColor: "--line"},
      visualMap: {textStyle: {color: "--ink"}},
      // As SVG text: names never go through innerHTML.
      tooltip: {
        renderMode: "richText",
        backgroundColor: "--paper", borderColor: "--line", textStyle: {color: "--ink"},
        axisPointer: {lineStyle: {color: "--soft"}, label: {backgroundColor: "--soft"}}
      }
    }, colour)};
  };

  const draw = chart => {
    if (chart.drawn) {
      chart.drawn.dispose();
      chart.drawn = null;
    }
    // What is folded away has no width; it is drawn when it gets one.
    if (chart.plot.clientWidth > 0) {
      const {colour, look} = theme();
      chart.drawn = echarts.init(chart.plot, look, {renderer: "svg"});
      chart.drawn.setOption(coloured(chart.options, colour));
    }
  };
  const drawAll = () => charts.forEach(draw);

  drawAll();
  const sizes = new ResizeObserver(entries => entries.forEach(entry => {
    const chart = charts.find(one => one.plot === entry.target);
    if (!chart.drawn) {
      draw(chart);
    } else if (chart.plot.clientWidth > 0
        && chart.drawn.getWidth() !== chart.plot.clientWidth) {
      chart.drawn.resize();
    }
  }));
  charts.forEach(chart => sizes.observe(chart.plot));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  addEventListener("beforeprint", () => {
    page.dataset.print = "";
    drawAll();
  });
  addEventListener("afterprint", () => {
    delete page.dataset.print;
    drawAll();
  });
})();
