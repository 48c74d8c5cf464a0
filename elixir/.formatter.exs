[line_length: 140, inputs: ["*.exs"]]
