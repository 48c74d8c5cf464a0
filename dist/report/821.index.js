export const id = 821;
export const ids = [821];
export const modules = {

/***/ 821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderFaults: () => (/* binding */ renderFaults)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5601);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8430);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8587);



/** Faults of inputs and settings as a summary: every one, with its place and its remedy. */
function renderFaults(head, faults) {
    const line = (one) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .bold */ .Cr)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)(one.place))} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(one.says, 1_000))} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)(one.remedy)}`.trimEnd();
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cutTo */ .yd)(`## ✗ Not run\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .bold */ .Cr)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)(head))}\n\n${faults.map(line).join("\n")}\n`, _summary_js__WEBPACK_IMPORTED_MODULE_0__/* .maxBytes */ .I, "The rest is in the job's log.");
}


/***/ })

};
