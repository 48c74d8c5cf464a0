[inputs: ["*.exs"], line_length: 140]
