-- `pandoc lua formats.lua <papers> <output>`: writes every paper.txt below a folder in each format. A line is a paragraph, the heading
-- of the list a heading, and lines with tabs beside each other are the rows of a table.

local papers, output = arg[1], arg[2]
local formats = { md = "markdown", tex = "latex", typ = "typst", html = "html", docx = "docx", odt = "odt" }

local function inlines(text)
  local found = pandoc.Inlines({})
  for space, word in text:gmatch("(%s*)(%S+)") do
    if #found > 0 and #space > 0 then
      found:insert(pandoc.Space())
    end
    found:insert(pandoc.Str(word))
  end
  return found
end

local function cells(line)
  local found = {}
  for cell in (line .. "\t"):gmatch("([^\t]*)\t") do
    found[#found + 1] = { pandoc.Plain(inlines(cell)) }
  end
  return found
end

local function add_table(blocks, rows)
  local n_columns = 0
  for _, row in ipairs(rows) do
    n_columns = math.max(n_columns, #row)
  end
  local aligns, widths = {}, {}
  for column = 1, n_columns do
    aligns[column], widths[column] = pandoc.AlignDefault, 1 / n_columns
    for _, row in ipairs(rows) do
      row[column] = row[column] or {}
    end
  end
  local simple = pandoc.SimpleTable({}, aligns, widths, {}, rows)
  blocks:insert(pandoc.utils.from_simple_table(simple))
end

local function read(folder)
  local gold = io.open(folder .. "/gold.json")
  local paper = io.open(folder .. "/paper.txt")
  if not gold or not paper then
    return nil
  end
  local heading = pandoc.json.decode(gold:read("a"), false).heading
  local blocks, rows = pandoc.Blocks({}), {}
  for line in paper:lines() do
    if line:find("\t") then
      rows[#rows + 1] = cells(line)
    else
      if #rows > 0 then
        add_table(blocks, rows)
        rows = {}
      end
      local text = inlines(line)
      if line == heading then
        blocks:insert(pandoc.Header(1, text))
      elseif #text > 0 then
        blocks:insert(pandoc.Para(text))
      end
    end
  end
  if #rows > 0 then
    add_table(blocks, rows)
  end
  return pandoc.Pandoc(blocks)
end

for _, name in ipairs(pandoc.system.list_directory(papers)) do
  local paper = read(papers .. "/" .. name)
  if paper then
    for extension, format in pairs(formats) do
      local template = pandoc.template.compile(pandoc.template.default(format))
      local file = io.open(output .. "/" .. name .. "." .. extension, "wb")
      file:write(pandoc.write(paper, format, { template = template }))
      file:close()
    end
  end
end
