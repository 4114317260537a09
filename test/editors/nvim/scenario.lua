-- What a person does with an answers file in Neovim, by the editor's own functions; prints one line for each check.

local PATIENCE = 30000

local function check(name, ok, detail)
  -- Neovim's own messages don't end their lines.
  io.stdout:write('\n' .. (ok and 'ok - ' or 'not ok - ') .. name .. (ok and '' or ': ' .. tostring(detail):gsub('%s*\n%s*', ' | ')) .. '\n')
end

-- Waits until the function gives something, and returns that.
local function await(give)
  local value
  vim.wait(PATIENCE, function()
    value = give()
    return value
  end, 20)
  return value
end

-- One check: whatever the function throws has failed it, and the rest goes on.
local function step(name, body)
  local ran, ok, detail = pcall(body)
  check(name, ran and ok and true or false, ran and (detail or 'it did not happen') or ok)
end

local function lines_of(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

-- Puts the cursor on the first letter of some words.
local function go_to(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local column = line:find(words, 1, true)
    if column then
      vim.api.nvim_win_set_cursor(0, { number, column - 1 })
      return
    end
  end
  error('The file has no "' .. words .. '".')
end

-- How many findings each rule has.
local function codes(buffer)
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    local code = (one.user_data and one.user_data.lsp and one.user_data.lsp.code) or one.code or '?'
    found[code] = (found[code] or 0) + 1
  end
  return found
end

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, PATIENCE)
  for _, answer in pairs(answers or {}) do
    if answer.result then return answer.result end
    if answer.err then error(vim.inspect(answer.err)) end
  end
end

-- The text of the floating window that a hover opens; the window is closed again.
local function hover()
  vim.lsp.buf.hover()
  local window = await(function()
    for _, one in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(one).relative ~= '' then return one end
    end
  end)
  if not window then error('No window opened.') end
  local text = lines_of(vim.api.nvim_win_get_buf(window))
  vim.api.nvim_win_close(window, true)
  return text
end

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

vim.cmd('edit answers.md')
local answers = vim.api.nvim_get_current_buf()

local function count(code) return codes(answers)[code] or 0 end

step('starts the server', function()
  return await(function() return clients()[1] end) ~= nil
end)

local client = clients()[1]
local offered = client.server_capabilities

step('shows findings', function()
  await(function() return codes(answers)['duration/malformed-target'] and codes(answers)['duration/over'] end)
  return codes(answers)['duration/malformed-target'] and codes(answers)['duration/over'], vim.inspect(codes(answers))
end)

step('hover on a heading shows its time', function()
  go_to('Why Corvid Systems')
  local text = hover()
  return text:find('Target: 30 s', 1, true) and text:find('Words', 1, true), text
end)

step('hover on a term shows what it means and who talks about it', function()
  go_to('backpressure')
  -- The transcripts are read in the background.
  local text
  await(function()
    text = hover()
    return text:find('01:05', 1, true) or text:find('1:05', 1, true) or text:find('back pressure', 1, true)
  end)
  return text:find('Telling the sender', 1, true) and text:find('back pressure', 1, true), text
end)

step('definition goes into the transcript', function()
  go_to('backpressure')
  vim.lsp.buf.definition()
  await(function() return vim.api.nvim_get_current_buf() ~= answers end)
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    local name = vim.api.nvim_buf_get_name(vim.api.nvim_win_get_buf(window))
    if name:find('transcripts/writing-things-down.md', 1, true) then
      local row = vim.api.nvim_win_get_cursor(window)[1]
      local line = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), row - 1, row, false)[1]
      return line:find('back pressure', 1, true), line
    end
  end
  return false, 'no transcript is shown'
end)

vim.cmd('silent! only | buffer ' .. answers)

step('references list all passages', function()
  vim.fn.setqflist({})
  go_to('backpressure')
  vim.lsp.buf.references()
  await(function() return #vim.fn.getqflist() > 0 end)
  local files = {}
  for _, item in ipairs(vim.fn.getqflist()) do files[vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ':t')] = true end
  return files['writing-things-down.md'] and files['answers.md'], vim.inspect(files)
end)

vim.cmd('silent! cclose | silent! only | buffer ' .. answers)

step('a quick fix is a plain edit', function()
  local titles = {}
  vim.ui.select = function(items, options, choose)
    local chosen
    for _, item in ipairs(items) do
      local title = options.format_item(item)
      table.insert(titles, title)
      if not chosen and title:find('target', 1, true) then chosen = item end
    end
    choose(chosen)
  end
  go_to('Why Corvid Systems')
  vim.lsp.buf.code_action()
  await(function() return not lines_of(answers):find('Why Corvid Systems (≈ 30 seconds)', 1, true) end)
  local line = vim.api.nvim_get_current_line()
  return line:find('## Why Corvid Systems %(≈ %d+ seconds%)') and not line:find('30', 1, true), line .. ' after ' .. vim.inspect(titles)
end)

step('the findings follow the edit', function()
  await(function() return count('duration/over') == 0 end)
  return count('duration/over') == 0, vim.inspect(codes(answers))
end)

step('the findings follow what is typed', function()
  local last = vim.api.nvim_buf_line_count(answers)
  vim.api.nvim_buf_set_lines(answers, last, last, false, { '', '## Really (≈ seconds)', '', '🙂 Yes, and I mean it.' })
  await(function() return count('duration/malformed-target') == 2 end)
  local with = count('duration/malformed-target')
  vim.api.nvim_buf_set_lines(answers, last, last + 4, false, {})
  await(function() return count('duration/malformed-target') == 1 end)
  return with == 2 and count('duration/malformed-target') == 1, with .. ', then ' .. count('duration/malformed-target')
end)

step('the outline has the headings', function()
  vim.fn.setqflist({})
  vim.fn.setloclist(0, {})
  vim.lsp.buf.document_symbol()
  local items = await(function()
    local found = vim.fn.getqflist()
    if #found == 0 then found = vim.fn.getloclist(0) end
    return #found > 0 and found or nil
  end)
  local text = vim.inspect(items)
  return text:find('Tell me about yourself', 1, true) and text:find('Situation', 1, true), text
end)

vim.cmd('silent! cclose | silent! lclose | silent! only | buffer ' .. answers)

step('folds are offered', function()
  local folds = request('textDocument/foldingRange', { textDocument = vim.lsp.util.make_text_document_params() })
  return #folds > 10, vim.inspect(folds)
end)

step('completion offers targets', function()
  go_to('## What are you looking for in a team')
  local row = vim.api.nvim_win_get_cursor(0)[1]
  local line = vim.api.nvim_get_current_line()
  vim.api.nvim_buf_set_lines(answers, row - 1, row, false, { line .. ' (' })
  vim.api.nvim_win_set_cursor(0, { row, #line + 1 })
  local result = request('textDocument/completion', {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = row - 1, character = #line + 2 },
  })
  vim.api.nvim_buf_set_lines(answers, row - 1, row, false, { line })
  local text = vim.inspect(result)
  return text:find('second', 1, true) and not text:find('insertTextFormat = 2', 1, true), text
end)

step('rename is answered where it is offered', function()
  if not offered.renameProvider then return true end
  go_to('backpressure')
  vim.lsp.buf.rename('counterpressure')
  await(function() return lines_of(answers):find('counterpressure', 1, true) end)
  return lines_of(answers):find('counterpressure', 1, true), lines_of(answers)
end)

step('the server ends when it is stopped', function()
  local id = client.id
  vim.lsp.stop_client(id)
  await(function() return vim.lsp.client_is_stopped(id) end)
  return vim.lsp.client_is_stopped(id)
end)

io.stdout:write('\ndone\n')
vim.cmd('qa!')
