// The block in the editor. The check itself does not run there, so that no answers are kept of whoever edits.
(({ blocks, blockEditor, components, element }) => {
  const { createElement } = element;

  const field = (control, properties, { attributes, setAttributes }, name) =>
    createElement(control, {
      ...properties,
      key: name,
      value: attributes[name],
      onChange: (value) => setAttributes({ [name]: value }),
    });

  const settings = (block) => [
    field(components.TextControl, {
      label: "Name of your trust",
      help: "Leave it empty to take the one in the plugin's settings.",
    }, block, "trustName"),
    field(components.SelectControl, {
      label: "Where answers are kept",
      options: [
        { value: "", label: "As in the plugin's settings" },
        { value: "device", label: "In the browser" },
        { value: "session", label: "In the tab, until it is closed" },
        { value: "none", label: "Nowhere" },
      ],
    }, block, "storage"),
    field(components.TextControl, {
      label: "Questions of your own",
      help: "The address of a questionnaire file. Leave it empty to take the one in the plugin's settings.",
    }, block, "questionnaire"),
    field(components.TextControl, {
      label: "Round of a board",
      help: "What whoever combines the answers of a board was told to put here. Leave it empty otherwise.",
    }, block, "round"),
  ];

  const edit = (block) =>
    createElement(
      "div",
      blockEditor.useBlockProps(),
      createElement(
        blockEditor.InspectorControls,
        null,
        createElement(components.PanelBody, { title: "This check" }, settings(block)),
      ),
      createElement(components.Placeholder, {
        icon: "yes-alt",
        label: "Digital leadership check",
        instructions: "The check is here when somebody opens the page. It does not run while you edit.",
      }),
    );

  // The server draws it.
  blocks.registerBlockType("digital-leadership-check/check", { edit, save: () => null });
})(window.wp);
